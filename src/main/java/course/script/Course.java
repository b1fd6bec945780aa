package course.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in the repository: the folder that holds {@code jbang-catalog.json} and all below it.
 *
 * @param root absolute
 */
public record Course(Path root) {
    /**
     * The nearest course at or above {@code place}, else the one that {@code COURSE_HOME} names.
     */
    public static Course find(Path place) {
        for (Path p = place.toAbsolutePath().normalize(); p != null; p = p.getParent()) {
            if (isCourse(p)) return new Course(p);
        }
        String home = System.getenv("COURSE_HOME");
        if (home != null && isCourse(Path.of(home)))
            return new Course(Path.of(home).toAbsolutePath().normalize());
        throw Complaint.usage(
                "no course here: neither "
                        + place.toAbsolutePath()
                        + " nor a folder above it holds jbang-catalog.json and lectures/");
    }

    private static boolean isCourse(Path folder) {
        return Files.isRegularFile(folder.resolve("jbang-catalog.json"))
                && Files.isDirectory(folder.resolve("lectures"));
    }

    /** A file as one would type it from where one stands. */
    public static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here)
                ? here.relativize(absolute).toString()
                : absolute.toString();
    }

    /** A file's place in the repository, with slashes on every system. */
    public String within(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Where the tool keeps what it can make again, and what a reset would otherwise lose. */
    public Path state() {
        return root.resolve(".course");
    }

    /** The lectures that have a text, in teaching order. */
    public List<Lecture> lectures() {
        return folders("lectures")
                .filter(f -> Files.exists(f.resolve("README.adoc")))
                .map(Lecture::of)
                .toList();
    }

    public Optional<Lecture> lecture(String name) {
        return lectures().stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** The names of the lectures still to be written. */
    public List<String> planned() {
        Path plan = root.resolve("lectures/plan.tsv");
        if (!Files.exists(plan)) return List.of();
        return Source.of(plan).lines().stream().skip(1).map(l -> l.split("\t")[0]).toList();
    }

    public List<Program> programs() {
        return lectures().stream().flatMap(l -> l.programs().stream()).toList();
    }

    /** The programs of this name, by language: one file, or a script and its twins. */
    public Map<Language, Program> programs(String name) {
        Map<Language, Program> found = new LinkedHashMap<>();
        for (Program p : programs()) if (p.name().equals(name)) found.put(p.language(), p);
        return found;
    }

    /** Lecture by lecture, and in each as the briefs stand on their page. */
    public List<Exercise> exercises() {
        return folders("exercises").flatMap(Course::exercisesIn).toList();
    }

    public Optional<Exercise> exercise(String name) {
        return exercises().stream().filter(e -> e.name().equals(name)).findFirst();
    }

    static Stream<Exercise> exercisesIn(Path folder) {
        return list(folder).stream()
                .map(f -> f.getFileName().toString())
                .filter(n -> n.endsWith("Check.java"))
                .map(n -> new Exercise(folder, n.substring(0, n.length() - "Check.java".length())))
                .sorted(Comparator.comparing(Exercise::place));
    }

    private Stream<Path> folders(String storey) {
        Path folder = root.resolve(storey);
        return Files.isDirectory(folder)
                ? list(folder).stream().filter(Files::isDirectory)
                : Stream.empty();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(f -> f.getFileName().toString())).toList();
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + folder + ": " + e.getMessage());
        }
    }
}
