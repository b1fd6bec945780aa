package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Course;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One package per job, and imports go only downward. */
class RoomsTest {
    private static final Path ROOMS =
            Course.find(Path.of("")).root().resolve("src/main/java/course");
    private static final List<String> FROM_THE_ROOF =
            List.of("cli", "live", "site", "submit", "check", "bench", "wire", "sync", "run",
                    "script");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?course\\.([a-z]+)\\.");

    @Test
    void everyRoomHasItsPlace() throws IOException {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            for (Path room : rooms.toList()) {
                String name = room.getFileName().toString();
                assertTrue(FROM_THE_ROOF.contains(name), name + " is no room of the house");
            }
        }
    }

    @Test
    void importsGoOnlyDownward() throws IOException {
        List<String> upward = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOMS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                int floor = FROM_THE_ROOF.indexOf(file.getParent().getFileName().toString());
                Matcher m = IMPORT.matcher(Files.readString(file));
                while (m.find()) {
                    if (FROM_THE_ROOF.indexOf(m.group(1)) < floor) {
                        upward.add(ROOMS.relativize(file) + " imports " + m.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), upward);
    }
}
