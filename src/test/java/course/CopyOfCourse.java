package course;

import course.script.Course;
import course.script.Exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the real course, for a test that spoils something. */
public record CopyOfCourse(Course course) {
    private static final List<String> PARTS =
            List.of(
                    "jbang-catalog.json",
                    "README.adoc",
                    "lectures",
                    "exercises",
                    "solutions",
                    "src/main/jbang");

    public static CopyOfCourse in(Path folder) throws IOException {
        Course real = Course.find(Path.of(""));
        for (String name : PARTS) {
            Path from = real.root().resolve(name);
            if (!Files.exists(from)) continue;
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Path to = folder.resolve(real.root().relativize(file).toString());
                    if (Files.isDirectory(file)) Files.createDirectories(to);
                    else Files.copy(file, to);
                }
            }
        }
        return new CopyOfCourse(new Course(folder));
    }

    /** Without the other exercises. */
    public CopyOfCourse only(String exercise) throws IOException {
        for (Exercise other : course.exercises()) {
            if (!other.name().equals(exercise)) Files.delete(other.check());
        }
        return this;
    }

    public Path file(String name) {
        return course.root().resolve(name);
    }

    /**
     * Replaces the first occurrence, which must be there: a test that spoils nothing proves
     * nothing.
     */
    public void spoil(String name, String good, String bad) throws IOException {
        String text = Files.readString(file(name));
        int at = text.indexOf(good);
        if (at < 0) throw new AssertionError(name + " has no \"" + good + "\" to spoil");
        Files.writeString(
                file(name), text.substring(0, at) + bad + text.substring(at + good.length()));
    }
}
