package course.bench;

import course.script.Course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where all that is measured is written, table after table: target/bench.adoc. */
public final class Tables {
    private Tables() {}

    public static void append(CharSequence table) throws IOException {
        Path file = Course.find(Path.of("")).root().resolve("target/bench.adoc");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        IO.println(table);
    }
}
