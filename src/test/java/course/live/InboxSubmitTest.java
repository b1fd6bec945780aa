package course.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import course.CopyOfCourse;
import course.Typed;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A student hands in to a class, each with a terminal: the addresses that the one prints are typed
 * into the other.
 */
class InboxSubmitTest {
    private static final String LECTURE = "04-first-server-and-client";

    @TempDir Path copy;
    @TempDir Path folder;

    /** Few pages are printed soon. */
    private static void onlyLecture(Path folder) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(f -> Files.isDirectory(f) && !f.endsWith(LECTURE)).toList();
        }
        for (Path other : others) {
            try (Stream<Path> files = Files.walk(other)) {
                for (Path f : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(f);
            }
        }
    }

    private static String printed(Typed in, String pattern) throws InterruptedException {
        String text = in.until(pattern);
        return Pattern.compile(pattern).matcher(text).results()
                .map(MatchResult::group).findFirst().orElseThrow().replaceFirst(pattern, "$1");
    }

    @Test
    void aStudentHandsIn() throws Exception {
        Course course = CopyOfCourse.in(copy).only("GreetingServer").course();
        onlyLecture(copy.resolve("lectures"));
        onlyLecture(copy.resolve("exercises"));
        Exercise exercise = course.exercise("GreetingServer").orElseThrow();
        Files.copy(exercise.solution(), exercise.file(), StandardCopyOption.REPLACE_EXISTING);
        try (Typed room = Typed.of("course.live.Main", course, List.of(), "--port", "0",
                "--host", "127.0.0.2", "--collect", folder.toString())) {
            URI lecturer = URI.create(printed(room, "the lecturer (\\S+)\n"));
            room.until("open to this machine only; ");
            String to = printed(room, "hand in with \\./jbang course submit NAME --to (\\S+); ");
            assertTrue(to.startsWith("http://127.0.0.2:"), to);
            // the port alone does not open it: the address is the one that was asked for
            assertThrows(ConnectException.class,
                    () -> new Socket("127.0.0.1", lecturer.getPort()).close());
            assertEquals("[]", desk(lecturer).get("arrivals").toString());
            try (Typed student = Typed.in(course, List.of(), "submit", "GreetingServer", "--as",
                    "ada42", "--yes", "--to", to)) {
                receipt(student);
            }
            room.until(" ada42: GreetingServer 20 of 20, \\d+ bytes, \\S{14} from 127[.]0");
            JsonNode arrivals = desk(lecturer).get("arrivals");
            assertEquals(1, arrivals.size(), arrivals.toString());
            JsonNode one = arrivals.get(0);
            assertEquals("ada42 GreetingServer 20 of 20", String.join(" ",
                    one.get("student").asText(), one.get("exercise").asText(),
                    one.get("open").asText()));
            Instant at = Instant.parse(one.get("at").asText());
            assertTrue(Duration.between(at, Instant.now()).toMinutes() < 5, "it was here " + at);
        }
        assertArrayEquals(
                Files.readAllBytes(copy.resolve("submissions/ada42-GreetingServer.zip")),
                Files.readAllBytes(InboxServer.files(folder).getFirst()));
    }

    private static void receipt(Typed student) throws InterruptedException {
        String text = student.until("\nReceipt: \\S+\n") + student.rest();
        assertEquals(0, student.status(), text);
        String receipt = text.lines().toList().getLast();
        assertTrue(receipt.matches("Receipt: \\S{14}"), text);
        assertEquals(2, text.lines().filter(receipt::equals).count(), text);
        assertTrue(text.contains("\nReceived 2"), text);
        assertTrue(text.contains(" from ada42:\n  GreetingServer  GreetingServer.java  "), text);
    }

    /** What the lecturer's page is told. */
    private static JsonNode desk(URI lecturer) throws IOException {
        try (Socket socket = new Socket(lecturer.getHost(), lecturer.getPort())) {
            String ask = """
                    GET /live/desk?page=index.html HTTP/1.1\r
                    Host: %s\r
                    X-Presenter: %s\r
                    Connection: close\r
                    \r
                    """;
            socket.getOutputStream().write(ask
                    .formatted(lecturer.getAuthority(), lecturer.getFragment())
                    .getBytes(StandardCharsets.US_ASCII));
            return new ObjectMapper().readTree(InboxServer.answer(socket).body());
        }
    }
}
