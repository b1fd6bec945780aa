package course.check;

import course.script.Complaint;
import course.script.Exercise;
import course.script.Language;
import course.script.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A student's program with its marks, as they stand in its header.
 *
 * @param name {@code OneRead} of {@code GreetingServerOneRead.java}
 * @param fails the names of the tests that it fails
 * @param skips the names of those that are not run, because it fails one that comes first
 * @param mistakes that it is recognised as
 * @param comment to the student
 */
record Attempt(Path file, String name, int marks, int of, List<String> fails, List<String> skips,
        List<Mistake> mistakes, String comment) {
    private static final Pattern MARKS = Pattern.compile("(\\d+) of (\\d+)");

    /** What an exercise has of them, and where one cannot be read. */
    record All(List<Attempt> attempts, List<Breach> unreadable) {}

    static All at(Exercise exercise) {
        List<Attempt> attempts = new ArrayList<>();
        List<Breach> unreadable = new ArrayList<>();
        for (Path file : files(exercise)) {
            try {
                attempts.add(of(file, exercise));
            } catch (Complaint c) {
                unreadable.add(Breach.at(file, 1, c.getMessage()));
            }
        }
        return new All(attempts, unreadable);
    }

    private static List<Path> files(Exercise exercise) {
        Path folder = exercise.solutions().resolve("attempts");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Language.of(f).isPresent()).filter(exercise::owns).sorted()
                    .toList();
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + folder + ": " + e.getMessage());
        }
    }

    private static Attempt of(Path file, Exercise exercise) {
        List<String> header = Source.of(file).lines();
        Matcher marks = MARKS.matcher(said(header, "Marks").orElse(""));
        if (!marks.matches()) throw Complaint.fallsShort("its header has no \"Marks: 1 of 2\"");
        String comment = said(header, "Comment").orElseThrow(() ->
                Complaint.fallsShort("its header has no \"Comment: …\""));
        return new Attempt(file, nameOf(file, exercise), Integer.parseInt(marks.group(1)),
                Integer.parseInt(marks.group(2)), words(header, "Fails"), words(header, "Skips"),
                words(header, "Mistake").stream().map(Attempt::mistake).toList(), comment);
    }

    private static String nameOf(Path file, Exercise exercise) {
        return file.getFileName().toString()
                .replaceFirst("^(" + exercise.name() + "|" + exercise.snake() + "_)", "")
                .replaceFirst("\\.\\w+$", "");
    }

    private static Mistake mistake(String name) {
        return Arrays.stream(Mistake.values()).filter(m -> m.name().equals(name)).findFirst()
                .orElseThrow(() -> Complaint.fallsShort("there is no mistake " + name));
    }

    private static List<String> words(List<String> header, String key) {
        return said(header, key).map(w -> List.of(w.split(",\\s*"))).orElse(List.of());
    }

    /** What follows {@code // Key: }, with the indented lines after it. */
    private static Optional<String> said(List<String> header, String key) {
        int at = line(header, key) - 1;
        if (at < 0) return Optional.empty();
        StringBuilder text = new StringBuilder(header.get(at).replaceFirst("^\\S+ \\w+: *", ""));
        while (++at < header.size() && header.get(at).matches("(//|#)   .*")) {
            text.append(' ').append(header.get(at).replaceFirst("^\\S+ +", ""));
        }
        return Optional.of(text.toString());
    }

    private static int line(List<String> header, String key) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).matches("(//|#) " + key + ":.*")) return i + 1;
        }
        return 0;
    }

    /** Where its header says this, else its first line. */
    int line(String key) {
        return Math.max(1, line(Source.of(file).lines(), key));
    }
}
