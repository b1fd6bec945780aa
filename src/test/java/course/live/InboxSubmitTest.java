package course.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.Typed;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** {@code course submit --to}, typed by a student: the check, the bundle, the way, the receipt. */
class InboxSubmitTest {
    @TempDir Path copy;
    @TempDir Path folder;

    @Test
    void aStudentHandsIn() throws Exception {
        Course course = CopyOfCourse.in(copy).only("GreetingServer").course();
        Exercise exercise = course.exercise("GreetingServer").orElseThrow();
        Files.copy(exercise.solution(), exercise.file(), StandardCopyOption.REPLACE_EXISTING);
        try (InboxServer server = new InboxServer(folder);
                Typed typed = Typed.in(course, List.of(), "submit", "GreetingServer", "--as",
                        "ada42", "--yes", "--to", server.url())) {
            String text = typed.rest();
            assertEquals(0, typed.status(), text);
            String receipt = text.lines().toList().getLast();
            assertTrue(receipt.matches("Receipt: \\S{14}"), text);
            assertEquals(2, text.lines().filter(receipt::equals).count(), text);
            assertTrue(text.contains("\nReceived 2"), text);
            assertTrue(text.contains(" from ada42:\n  GreetingServer  GreetingServer.java  "), text);
            assertArrayEquals(
                    Files.readAllBytes(copy.resolve("submissions/ada42-GreetingServer.zip")),
                    Files.readAllBytes(server.files().getFirst()));
            assertEquals("ada42 GreetingServer 20 of 20",
                    server.inbox.arrivals().stream()
                            .map(a -> a.student() + " " + a.exercise() + " " + a.open())
                            .toList().getFirst());
        }
    }
}
