package course.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder {@code lectures/NN-topic}: the annotated text, the scripts and their twins.
 *
 * @param slides the units of the slides that have their home here, in the order of the text
 */
public record Lecture(Path folder, String title, List<String> slides, List<Program> programs) {
    static Lecture of(Path folder) {
        Header header = Header.of(folder.resolve("README.adoc"));
        List<String> slides = new ArrayList<>();
        for (String id : header.attribute("slides").split("\\s+"))
            if (!id.isEmpty()) slides.add(id);
        try (Stream<Path> files = Files.list(folder)) {
            List<Program> programs =
                    files.filter(f -> Language.of(f).isPresent())
                            .map(Program::of)
                            .sorted(
                                    Comparator.comparing(Program::name)
                                            .thenComparing(Program::language))
                            .toList();
            return new Lecture(folder, header.title(), slides, programs);
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + folder + ": " + e.getMessage());
        }
    }

    /** {@code 04-first-server-and-client} */
    public String name() {
        return folder.getFileName().toString();
    }

    /** {@code 04} */
    public String number() {
        return name().substring(0, 2);
    }

    /** What the text has one type first: a program of its own, and short enough to be typed. */
    public Optional<String> firstCommand() {
        return Source.of(text()).lines().stream()
                .filter(line -> line.startsWith("$ ./jbang ") && line.length() <= 44)
                .map(line -> line.substring(2))
                .filter(command -> runsOneOfOurs(command.split(" ")[1]))
                .findFirst();
    }

    private boolean runsOneOfOurs(String alias) {
        return alias.equals("course") || programs.stream().anyMatch(p -> p.name().equals(alias));
    }

    public Path text() {
        return folder.resolve("README.adoc");
    }
}
