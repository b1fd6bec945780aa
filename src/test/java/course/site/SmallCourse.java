package course.site;

import course.script.Course;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A course of two lectures that has one of everything, in a folder of its own where a test may
 * break it.
 */
record SmallCourse(Path root) {
    static SmallCourse in(Path folder) throws IOException {
        Path original;
        try {
            original = Path.of(SmallCourse.class.getResource("small").toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        try (Stream<Path> all = Files.walk(original)) {
            for (Path from : all.toList()) {
                Path to = folder.resolve(original.relativize(from).toString());
                if (Files.isDirectory(from)) Files.createDirectories(to);
                else Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new SmallCourse(folder);
    }

    Course course() {
        return new Course(root);
    }

    Path ring() {
        return root.resolve("lectures/01-ring/README.adoc");
    }

    /** Replaces the first {@code old}; answers the line where it began. */
    int edit(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(old);
        if (at < 0) throw new IllegalArgumentException(file + " does not hold " + old);
        Files.writeString(file, text.substring(0, at) + now + text.substring(at + old.length()));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            return all.filter(p -> p.toString().endsWith(".html")).sorted().toList();
        }
    }
}
