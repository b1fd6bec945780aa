package course.live;

import static course.live.InboxServer.head;
import static course.live.InboxServer.sha256;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.live.InboxServer.Answer;
import course.submit.HandIns;
import course.submit.Intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What is not taken: said clearly, logged once, nothing kept, and the next one is served. */
class InboxRefusalTest {
    private static final byte[] BUNDLE = HandIns.bundle("ada42", "x".repeat(5000));
    private static final int SIZE = BUNDLE.length;
    private static final String PLACE = "/hand-in/" + sha256(BUNDLE);
    private static final byte[] NOTHING = {};

    @TempDir Path folder;

    private static void assertAlive(InboxServer server) throws IOException {
        assertEquals(List.of(), server.files());
        assertEquals(List.of(), server.hidden());
        assertEquals(List.of(), server.told);
        assertEquals(201, server.put(BUNDLE).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH", "OPTIONS", "PROPFIND"})
    void onlyHeadAndPut(String method) throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            Answer no = server.says(NOTHING, method + " " + PLACE + " HTTP/1.1");
            assertEquals(405, no.status(), no.toString());
            assertTrue(no.headers().contains("Allow: HEAD, PUT"), no.headers());
            assertFalse(no.headers().contains("Access-Control"), no.headers());
            assertEquals(1, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    @Test
    void aBundleIsNeverServedBack() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            assertEquals(201, server.put(BUNDLE).status());
            String file = server.files().getFirst().getFileName().toString();
            for (String path : List.of(PLACE, "/hand-in/", "/hand-in/" + file,
                    "/hand-in/.arriving/" + sha256(BUNDLE), "/hand-in/%2e%2e/" + file)) {
                for (String method : List.of("GET", "HEAD", "POST")) {
                    Answer answer = server.says(NOTHING, method + " " + path + " HTTP/1.1");
                    boolean asked = path.equals(PLACE) && method.equals("HEAD");
                    assertEquals(asked ? 200 : method.equals("HEAD") ? 404 : 405,
                            answer.status(), method + " " + path);
                    assertFalse(answer.body().contains("xxx"), answer.body());
                    assertTrue(answer.body().length() < 200, answer.body());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hand-in/", "/hand-in/../etc/passwd", "/hand-in/%2e%2e%2fpasswd",
            "/hand-in/..%5c..%5cx", "/hand-in//etc/passwd", "/hand-in/SHA/", "/hand-in/SHA?x=1",
            "/hand-in/SHA%00.zip", "/hand-in/./SHA", "/hand-in/x/../SHA", "/hand-in/SHA0",
            "/hand-in/%41HA", "/hand-in/UPPER", "/hand-in/.arriving/SHA", "/hand-in/lock"})
    void pathTricks(String trick) throws IOException {
        String path = trick.replace("SHA", sha256(BUNDLE))
                .replace("UPPER", sha256(BUNDLE).toUpperCase());
        try (InboxServer server = new InboxServer(folder)) {
            String[] lines = head(sha256(BUNDLE), 0, SIZE, SIZE);
            lines[0] = "PUT " + path + " HTTP/1.1";
            assertEquals(404, server.says(BUNDLE, lines).status());
            assertEquals(1, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Origin: null",
            "Origin: http://class.example", "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-origin"})
    void noWebPageHandsIn(String header) throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            String[] lines = head(sha256(BUNDLE), 0, SIZE, SIZE);
            lines[0] += "\r\n" + header;
            Answer no = server.says(BUNDLE, lines);
            assertEquals(403, no.status(), no.toString());
            assertEquals(1, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            415 | text/plain      | SIZE | bytes 0-LAST/SIZE
            415 |                 | SIZE | bytes 0-LAST/SIZE
            400 | application/zip | SIZE |
            400 | application/zip | SIZE | bytes 0-LAST
            400 | application/zip | SIZE | bytes 0-LAST/*
            400 | application/zip | SIZE | octets 0-LAST/SIZE
            400 | application/zip | SIZE | bytes -5-LAST/SIZE
            400 | application/zip | SIZE | bytes 0-SIZE/SIZE
            400 | application/zip | SIZE | bytes 5-4/SIZE
            400 | application/zip | SIZE | bytes 9-4/SIZE
            400 | application/zip | SIZE | bytes */SIZE
            400 | application/zip | 0    | bytes 0-LAST/SIZE
            400 | application/zip | SIZE | bytes 1-LAST/SIZE
            400 | application/zip | SIZE | bytes 0-999999999999999999/1000
            413 | application/zip | SIZE | bytes 0-LAST/1048577
            413 | application/zip | SIZE | bytes 0-LAST/999999999999999999
            400 | application/zip | SIZE | bytes 0-LAST/9999999999999999999999
            422 | application/zip | 0    | bytes */0
            """)
    void headersThatCannotBe(int status, String type, String length, String range)
            throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            int size = length.equals("0") ? 0 : SIZE;
            String text = "PUT " + PLACE + " HTTP/1.1\r\nContent-Length: " + size;
            if (type != null) text += "\r\nContent-Type: " + type;
            if (range != null) {
                text += "\r\nContent-Range: " + range.replace("SIZE", String.valueOf(SIZE))
                        .replace("LAST", String.valueOf(SIZE - 1));
            }
            Answer no = server.says(size == 0 ? NOTHING : BUNDLE, text);
            assertEquals(status, no.status(), no.toString());
            assertEquals(1, no.body().lines().count(), no.body());
            assertEquals(1, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    @Test
    void chunksHaveNoLength() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            Answer no = server.says("5\r\nhello\r\n0\r\n\r\n".getBytes(UTF_8),
                    "PUT " + PLACE + " HTTP/1.1", "Transfer-Encoding: chunked",
                    "Content-Type: application/zip", "Content-Range: bytes 0-4/5");
            assertEquals(411, no.status(), no.toString());
            assertAlive(server);
        }
    }

    /** A client that has said how much it sends, and sends it, sees why not; others are cut off. */
    @Test
    void hugeBodies() throws IOException {
        byte[] huge = new byte[4 << 20];
        try (InboxServer server = new InboxServer(folder)) {
            Answer no = server.says(huge, head(sha256(huge), 0, huge.length, huge.length));
            assertEquals(413, no.status(), no.toString());
            assertTrue(no.body().contains("4194304 bytes, at most 1048576"), no.body());
            int most = Integer.MAX_VALUE;
            Answer never = server.says(NOTHING, head(sha256(huge), 0, most, most));
            assertEquals(413, never.status(), never.toString());
            assertEquals(2, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    /** One that announces a body and is silent holds nothing for long. */
    @Test
    void aBodyThatIsNotWantedAndDoesNotCome() throws IOException {
        try (InboxServer server = new InboxServer(folder);
                Socket head = server.connection();
                Socket get = server.connection()) {
            for (Socket socket : List.of(head, get)) {
                String method = socket == head ? "HEAD " : "GET ";
                InboxServer.send(socket, NOTHING, method + PLACE + " HTTP/1.1",
                        "Content-Length: 10");
            }
            assertEquals(405, InboxServer.answer(get).status());
            assertEquals(0, head.getInputStream().readAllBytes().length);
            assertAlive(server);
        }
    }

    @Test
    void slowClientsAreSentAway() throws IOException {
        Limits brief = TightLimits.patience(Duration.ofMillis(300));
        try (InboxServer server = new InboxServer(folder, brief);
                Socket mute = server.connection();
                Socket slow = server.connection()) {
            byte[] other = HandIns.bundle("bob7", "y".repeat(9000));
            InboxServer.send(mute, NOTHING, head(sha256(BUNDLE), 0, SIZE, SIZE));
            InboxServer.send(slow, Arrays.copyOf(other, 4000),
                    head(sha256(other), 0, other.length, other.length));
            Answer nothing = InboxServer.answer(mute);
            assertEquals(408, nothing.status(), nothing.toString());
            Answer some = InboxServer.answer(slow);
            assertEquals(202, some.status(), some.toString());
            assertEquals(4000, some.offset());
            assertEquals(1, server.log.size(), server.log.toString());
            assertEquals(201, server.put(other, 4000).status());
            assertEquals(201, server.put(BUNDLE).status());
        }
    }

    @Test
    void oneUploadAtATime() throws IOException {
        Limits narrow = TightLimits.uploads(1, Duration.ofMillis(50));
        byte[] other = HandIns.bundle("bob7", "y");
        try (InboxServer server = new InboxServer(folder, narrow)) {
            try (Socket first = server.connection()) {
                InboxServer.send(first, Arrays.copyOf(BUNDLE, 1000),
                        head(sha256(BUNDLE), 0, SIZE, SIZE));
                server.awaitOffset(BUNDLE, 1000);
                assertEquals(503, server.put(other).status());
            }
            while (server.log.stream().noneMatch(l -> l.startsWith("broke off"))) {
                Thread.onSpinWait();
            }
            assertEquals(201, server.put(other).status());
            assertEquals(2 + 1, server.log.size(), server.log.toString());
        }
    }

    @Test
    void aFolderThatIsFull() throws IOException {
        byte[] other = HandIns.bundle("bob7", "y");
        try (InboxServer server = new InboxServer(
                folder, TightLimits.room(SIZE + other.length - 1, 9, 9))) {
            assertEquals(201, server.put(BUNDLE).status());
            Answer full = server.put(other);
            assertEquals(507, full.status(), full.toString());
            assertEquals(200, server.put(BUNDLE).status());
        }
        try (InboxServer server = new InboxServer(folder, TightLimits.room(1 << 20, 1, 9))) {
            assertEquals(507, server.put(other).status());
        }
        try (InboxServer server = new InboxServer(folder, TightLimits.room(1 << 20, 9, 1))) {
            byte[] third = HandIns.bundle("eve", "z".repeat(3000));
            server.putPart(third, 1000);
            assertEquals(507, server.put(other).status());
            assertEquals(201, server.put(third, 1000).status());
            assertEquals(201, server.put(other).status());
        }
    }

    /** What is refused gives its room back. */
    @Test
    void roomIsGivenBack() throws IOException {
        byte[] rubbish = new byte[SIZE];
        try (InboxServer server =
                new InboxServer(folder, TightLimits.room(SIZE + SIZE / 2, 9, 9))) {
            for (int i = 0; i < 3; i++) assertEquals(422, server.put(rubbish).status());
            assertEquals(201, server.put(BUNDLE).status());
        }
    }

    @Test
    void tooOften() throws IOException {
        byte[] other = HandIns.bundle("bob7", "y");
        try (InboxServer server = new InboxServer(folder, TightLimits.rates(3, 6))) {
            for (int i = 0; i < 3; i++) assertEquals(404, server.asks(BUNDLE).status());
            Answer loop = server.put(BUNDLE);
            assertEquals(429, loop.status(), loop.toString());
            assertEquals(201, server.put(other).status());
            assertEquals(200, server.asks(other).status());
            for (int i = 0; i < 4; i++) {
                Answer flood = server.put(HandIns.bundle("eve", "z"));
                assertEquals(503, flood.status(), flood.toString());
                assertTrue(flood.headers().contains("Retry-after: 20"), flood.headers());
            }
            assertEquals(3, server.log.size(), server.log.toString());
        }
    }

    @Test
    void anotherMinuteAnotherCount() {
        AtomicLong clock = new AtomicLong(5);
        Rate rate = new Rate(clock::get);
        assertEquals(List.of(1, 2, 1), List.of(rate.count("a"), rate.count("a"), rate.count("b")));
        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        assertEquals(3, rate.count("a"));
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(1, rate.count("a"));
        for (int i = 0; i < 30_000; i++) rate.count("name " + i);
        assertEquals(1, rate.count("name 29999"));
        assertEquals(2, rate.count("a"));
    }

    @Test
    void nothingIsCollectedAfterTheEnd() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            server.inbox.close();
            assertEquals(503, server.put(BUNDLE).status());
            try (InboxServer next = new InboxServer(folder)) {
                assertAlive(next);
            }
        }
    }

    /** The honest bundle with one of its files changed; its manifest if there is no such file. */
    private static byte[] spoilt(String file, String good, String bad) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(BUNDLE));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry e; (e = from.getNextEntry()) != null; ) {
                String text = new String(from.readAllBytes(), UTF_8);
                boolean here = e.getName().equals(file);
                if (here && good.isEmpty()) continue;
                to.putNextEntry(new ZipEntry(e.getName()));
                to.write((here ? text.replace(good, bad) : text).getBytes(UTF_8));
            }
            if (!bad.isEmpty() && good.isEmpty()) {
                to.putNextEntry(new ZipEntry(bad));
                to.write(1);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EchoServer/EchoServer.java | x         | y                  | it was changed
            EchoServer/EchoServer.java | ''        | ''                 | is missing
            none                       | ''        | extra.txt          | is not in the manifest
            none                       | ''        | ../../extra        | leads out of its folder
            manifest.json              | "ada42"   | "../eve"           | "students" cannot be right
            manifest.json              | {         | <                  | no JSON
            manifest.json              | "name" : "EchoServer" | "name" : "Echo" | is missing
            """)
    void whatAnIntakeWouldRefuse(String file, String good, String bad, String reason)
            throws IOException {
        assertRefused(spoilt(file, good, bad), reason);
    }

    @Test
    void anExerciseOfAnotherCourse() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(BUNDLE));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry e; (e = from.getNextEntry()) != null; ) {
                String text = new String(from.readAllBytes(), UTF_8);
                to.putNextEntry(new ZipEntry(e.getName().replace("EchoServer/", "Elsewhere/")));
                to.write(text.replace("\"EchoServer\"", "\"Elsewhere\"").getBytes(UTF_8));
            }
        }
        assertRefused(bytes.toByteArray(), "is for no exercise of this course");
    }

    private void assertRefused(byte[] zip, String reason) throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        String intakes;
        Files.write(alone.resolve("it.zip"), zip);
        try (Intake intake = Intake.of(alone, HandIns.options())) {
            assertEquals(List.of(), intake.taken());
            assertEquals(1, intake.refused().size(), intake.refused().toString());
            intakes = intake.refused().getFirst().reason();
        }
        try (InboxServer server = new InboxServer(inbox)) {
            Answer no = server.put(zip);
            assertEquals(422, no.status(), no.toString());
            String said = new String(no.body().getBytes(ISO_8859_1),
                    UTF_8).strip();
            assertTrue(said.endsWith(intakes), said + " / " + intakes);
            assertTrue(said.contains(reason), said);
            assertEquals(1, server.log.size(), server.log.toString());
            assertAlive(server);
        }
    }

    @Test
    void noBundleAtAll() throws IOException {
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream one = new ZipOutputStream(program);
                ZipOutputStream many = new ZipOutputStream(bomb)) {
            one.putNextEntry(new ZipEntry("EchoServer.java"));
            one.write(1);
            for (int i = 0; i < 20; i++) {
                many.putNextEntry(new ZipEntry(i == 0 ? "manifest.json" : "bomb" + i));
                many.write(new byte[1 << 19]);
            }
        }
        try (InboxServer server = new InboxServer(folder)) {
            assertTrue(server.put(program.toByteArray()).body().contains("no manifest.json"));
            assertTrue(server.put("hello".getBytes(UTF_8)).body().contains("is no zip"));
            assertTrue(server.put(bomb.toByteArray()).body().contains("at most 8388608"));
            assertAlive(server);
        }
    }
}
