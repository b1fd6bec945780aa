package course.check;

import course.script.Complaint;
import course.script.Exercise;
import course.script.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A student's program with its marks, as they stand in its header.
 *
 * @param fails the names of the tests that it fails
 * @param mistake of {@link Mistake}
 */
record Attempt(Path file, int marks, int of, List<String> fails, String mistake, String comment) {
    static List<Attempt> at(Exercise exercise) {
        try (Stream<Path> files = Files.list(exercise.solutions().resolve("attempts"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(exercise.name()))
                    .sorted().map(Attempt::of).toList();
        } catch (IOException e) {
            throw Complaint.machine("no attempts at " + exercise.name() + ": " + e);
        }
    }

    private static Attempt of(Path file) {
        List<String> lines = Source.of(file).lines();
        String[] marks = said(lines, "Marks").split(" of ");
        List<String> fails = Arrays.asList(said(lines, "Fails").split(", "));
        return new Attempt(file, Integer.parseInt(marks[0]), Integer.parseInt(marks[1]), fails,
                said(lines, "Mistake"), said(lines, "Comment"));
    }

    /** What follows {@code // Key: }, with the indented lines after it. */
    private static String said(List<String> lines, String key) {
        for (int i = 0; i < lines.size(); i++) {
            String start = "// " + key + ": ";
            if (!lines.get(i).startsWith(start)) continue;
            StringBuilder text = new StringBuilder(lines.get(i).substring(start.length()));
            while (lines.get(++i).startsWith("//   ")) text.append(' ')
                    .append(lines.get(i).substring(5));
            return text.toString();
        }
        throw new AssertionError("no \"// " + key + ": …\" among " + lines);
    }

    /** {@code OneRead} of {@code GreetingServerOneRead.java} */
    String name(Exercise exercise) {
        return file.getFileName().toString().replaceFirst("^" + exercise.name(), "")
                .replaceFirst("\\.\\w+$", "");
    }
}
