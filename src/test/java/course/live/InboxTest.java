package course.live;

import static course.live.InboxServer.head;
import static course.live.InboxServer.sha256;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.live.InboxServer.Answer;
import course.script.Complaint;
import course.submit.HandIns;
import course.submit.HttpLetterbox;
import course.submit.Intake;
import course.submit.Submission;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bundles that come whole, in pieces, twice, and from two sides at once. */
class InboxTest {
    private static final byte[] BUNDLE = HandIns.bundle("ada42", "x".repeat(50_000));
    private static final int SIZE = BUNDLE.length;

    @TempDir Path folder;

    private void assertKept(InboxServer server, byte[]... bundles) throws IOException {
        List<String> wanted = Arrays.stream(bundles).map(InboxServer::sha256).sorted().toList();
        List<String> there = new ArrayList<>();
        for (Path file : server.files()) there.add(sha256(Files.readAllBytes(file)));
        assertEquals(wanted, there.stream().sorted().toList());
        assertEquals(List.of(), server.hidden());
    }

    private List<String> taken() {
        try (Intake intake = Intake.of(folder, HandIns.options())) {
            assertEquals(List.of(), intake.refused());
            return intake.taken().stream().map(s -> s.student() + " " + s.exercise()).toList();
        }
    }

    @Test
    void aReceiptForWhatIsThere() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            assertEquals(404, server.asks(BUNDLE).status());
            Answer done = server.put(BUNDLE);
            assertEquals(201, done.status(), done.toString());
            String code = sha256(BUNDLE).substring(0, 12).replaceAll("(.{4})(?=.)", "$1-");
            String size = String.valueOf(HandIns.program("x".repeat(50_000)).length());
            assertTrue(done.body().matches("Received \\d{4}-\\S+Z from ada42:\n"
                    + "  EchoServer  EchoServer.java  " + size + " bytes  17 of 20 points\n"
                    + "Receipt: " + code + "\n"), done.body());
            assertEquals(List.of(folder.resolve(
                            "ada42-EchoServer-" + sha256(BUNDLE).substring(0, 16) + ".zip")),
                    server.files());
            assertKept(server, BUNDLE);
            assertEquals(List.of("ada42 EchoServer"), taken());
            assertEquals(1, server.told.size());
            Arrival told = server.told.getFirst();
            assertEquals("ada42 EchoServer 17 of 20 " + code + " " + HandIns.NOON,
                    String.join(" ", told.student(), told.exercise(), told.open(), told.code(),
                            told.made().toString()));
            assertTrue(Duration.between(told.at(), Instant.now()).toMinutes() == 0);
            assertEquals(List.of("ada42: EchoServer 17 of 20, " + SIZE + " bytes, " + code
                    + " from 127.0.0.1"), server.log);
        }
    }

    @Test
    void theSameTwiceIsOneArrival() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            Answer first = server.put(BUNDLE);
            Answer second = server.put(BUNDLE);
            Answer asked = server.says(new byte[0], head(sha256(BUNDLE), 0, 0, SIZE));
            assertEquals(List.of(201, 200, 200),
                    List.of(first.status(), second.status(), asked.status()));
            assertEquals(List.of(first.body(), first.body()),
                    List.of(second.body(), asked.body()));
            assertEquals(SIZE, server.asks(BUNDLE).offset());
            assertKept(server, BUNDLE);
            assertEquals(1, server.told.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 16_384, 16_385, 32_000, 50_000, -1, 0})
    void goesOnWhereTheConnectionBroke(int offset) throws IOException {
        int sent = offset > 0 ? offset : SIZE + offset;
        try (InboxServer server = new InboxServer(folder)) {
            server.putPart(BUNDLE, sent == SIZE ? SIZE - 1 : sent);
            assertEquals(List.of(), server.files());
            Answer asked = server.says(new byte[0], head(sha256(BUNDLE), 0, 0, SIZE));
            assertEquals(202, asked.status());
            Answer tooFar = server.put(BUNDLE, SIZE - 1);
            if (asked.offset() < SIZE - 1) {
                assertEquals(409, tooFar.status());
                assertEquals(asked.offset(), tooFar.offset());
            }
            int from = sent == SIZE ? 7 : asked.offset();
            Answer done = asked.offset() < SIZE - 1 ? server.put(BUNDLE, from) : tooFar;
            assertEquals(201, done.status(), done.toString());
            assertKept(server, BUNDLE);
        }
    }

    @Test
    void goesOnInASecondServer() throws IOException {
        byte[] other = HandIns.bundle("bob7,eve", "y".repeat(1000));
        try (InboxServer first = new InboxServer(folder)) {
            first.put(other);
            first.putPart(BUNDLE, 20_000);
        }
        try (InboxServer second = new InboxServer(folder)) {
            assertEquals(other.length, second.asks(other).offset());
            assertEquals(20_000, second.asks(BUNDLE).offset());
            assertEquals(List.of("bob7", "eve"),
                    second.inbox.arrivals().stream().map(Arrival::student).toList());
            assertEquals(List.of(), second.told);
            assertEquals(200, second.put(other).status());
            assertEquals(201, second.put(BUNDLE, 20_000).status());
            assertKept(second, BUNDLE, other);
            assertEquals(List.of("ada42", "bob7", "eve"),
                    second.inbox.arrivals().stream().map(Arrival::student).toList());
        }
        assertEquals(List.of("ada42 EchoServer", "bob7 EchoServer", "eve EchoServer"), taken());
    }

    /** The server may be killed between the last byte and the name. */
    @Test
    void wholeButNotYetLookedAt() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve(".arriving"));
        Files.write(hidden.resolve(sha256(BUNDLE)), BUNDLE);
        try (InboxServer server = new InboxServer(folder)) {
            assertEquals(SIZE, server.asks(BUNDLE).offset());
            Answer done = server.says(new byte[0], head(sha256(BUNDLE), 0, 0, SIZE));
            assertEquals(201, done.status(), done.toString());
            assertKept(server, BUNDLE);
        }
    }

    /** The first client is stuck, perhaps dead: the second one does not wait for it. */
    @Test
    void twoUploadsOfOneBundleHelpEachOther() throws IOException {
        try (InboxServer server = new InboxServer(folder);
                Socket slow = server.connection()) {
            String[] head = head(sha256(BUNDLE), 0, SIZE, SIZE);
            InboxServer.send(slow, Arrays.copyOf(BUNDLE, 20_000), head);
            server.awaitOffset(BUNDLE, 20_000);
            assertEquals(201, server.put(BUNDLE).status());
            slow.getOutputStream().write(BUNDLE, 20_000, SIZE - 20_000);
            assertEquals(200, InboxServer.answer(slow).status());
            assertKept(server, BUNDLE);
            assertEquals(1, server.told.size());
        }
    }

    @Test
    void manyUploadsOfOneBundle() throws Exception {
        try (InboxServer server = new InboxServer(folder);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) all.add(() -> server.put(BUNDLE).status());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> f : clients.invokeAll(all)) statuses.add(f.get());
            assertEquals(1, statuses.stream().filter(s -> s == 201).count(), statuses.toString());
            assertEquals(19, statuses.stream().filter(s -> s == 200).count(), statuses.toString());
            assertKept(server, BUNDLE);
            assertEquals(1, server.told.size());
        }
    }

    @Test
    void ofManyTheLatestIsShownAsAnIntakeTakesIt() throws IOException {
        Instant noon = HandIns.NOON;
        byte[] late = HandIns.bundle(noon.plusSeconds(60), "Ada42", HandIns.part("EchoServer", "b"),
                HandIns.part("GreetingServer", "c"));
        byte[] early = HandIns.bundle(noon, "ada42", HandIns.part("EchoServer", "a"));
        try (InboxServer server = new InboxServer(folder);
                Intake intake = takenAfter(server, late, early)) {
            assertEquals(List.of("ada42 EchoServer " + noon.plusSeconds(60),
                            "ada42 GreetingServer " + noon.plusSeconds(60)),
                    server.inbox.arrivals().stream()
                            .map(a -> a.student() + " " + a.exercise() + " " + a.made()).toList());
            assertEquals(3, server.told.size());
            assertEquals(List.of(noon.plusSeconds(60), noon.plusSeconds(60)),
                    intake.taken().stream().map(s -> s.at().orElseThrow()).toList());
            assertTrue(server.files().getFirst().getFileName().toString()
                    .startsWith("ada42-EchoServer-"), server.files().toString());
        }
    }

    private Intake takenAfter(InboxServer server, byte[]... bundles) throws IOException {
        for (byte[] bundle : bundles) assertEquals(201, server.put(bundle).status());
        return Intake.of(folder, HandIns.options());
    }

    /** Such a name in a folder of Canvas's would be of the student lovelaceada. */
    @Test
    void anIdThatLooksLikeAnLmsIsStillTheStudents() throws IOException {
        byte[] odd = HandIns.bundle("lovelaceada_123_456_x", "a");
        try (InboxServer server = new InboxServer(folder)) {
            server.put(odd);
            try (Intake intake = Intake.of(folder, HandIns.options())) {
                Submission taken = intake.taken().getFirst();
                assertEquals("lovelaceada_123_456_x []", taken.student() + " " + taken.remarks());
            }
            assertTrue(server.files().getFirst().getFileName().toString()
                    .startsWith("lovelaceada-123-456_x-EchoServer-"));
        }
    }

    @Test
    void bytesOfAnotherBundle() throws IOException {
        byte[] spoilt = BUNDLE.clone();
        spoilt[100]++;
        try (InboxServer server = new InboxServer(folder)) {
            Answer no = server.says(spoilt, head(sha256(BUNDLE), 0, SIZE, SIZE));
            assertEquals(422, no.status(), no.toString());
            assertTrue(no.body().contains("SHA-256"), no.body());
            assertEquals(List.of(), server.hidden());
            assertEquals(1, server.log.size(), server.log.toString());

            try (Socket breaks = server.connection()) {
                InboxServer.send(breaks, Arrays.copyOf(spoilt, 30_000),
                        head(sha256(BUNDLE), 0, SIZE, SIZE));
            }
            server.awaitOffset(BUNDLE, 30_000);
            Answer again = server.put(BUNDLE, 30_000);
            assertEquals(409, again.status(), again.toString());
            assertEquals(0, again.offset());
            assertKept(server);
            assertEquals(201, server.put(BUNDLE).status());
            assertKept(server, BUNDLE);
        }
    }

    @Test
    void twoServersDoNotShareAFolder() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            Complaint no = assertThrows(Complaint.class, () -> new InboxServer(folder));
            assertEquals(2, no.status());
            assertEquals(201, server.put(BUNDLE).status());
        }
    }

    @Test
    void aFolderThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Complaint no = assertThrows(Complaint.class, () -> new InboxServer(file));
        assertEquals(1, no.getMessage().lines().count());
    }

    /** What was not handed in here stays as it is; what was spoilt since can come again. */
    @Test
    void strangersInTheFolder() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "who is eve?");
        String name = "ada42-EchoServer-" + sha256(BUNDLE).substring(0, 16) + ".zip";
        Files.write(folder.resolve(name), Arrays.copyOf(BUNDLE, 30_000));
        try (InboxServer server = new InboxServer(folder)) {
            assertEquals(1, server.log.size(), server.log.toString());
            assertTrue(server.log.getFirst().contains(name), server.log.toString());
            assertEquals(404, server.asks(BUNDLE).status());
            assertEquals(201, server.put(BUNDLE).status());
            assertArrayEquals(BUNDLE, Files.readAllBytes(folder.resolve(name)));
            assertEquals("who is eve?", Files.readString(notes));
        }
    }

    @Test
    void whatNobodyGoesOnWithIsGoneAfterADay() throws IOException {
        byte[] young = HandIns.bundle("bob7", "y".repeat(1000));
        Limits brief = TightLimits.keeps(Duration.ofMillis(1));
        try (InboxServer server = new InboxServer(folder)) {
            server.putPart(BUNDLE, 20_000);
            server.putPart(young, 500);
        }
        Files.setLastModifiedTime(folder.resolve(".arriving").resolve(sha256(BUNDLE)),
                FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        try (InboxServer server = new InboxServer(folder)) {
            assertEquals(List.of(sha256(young)), server.hidden());
            assertEquals(404, server.asks(BUNDLE).status());
        }
        try (InboxServer server = new InboxServer(folder, brief)) {
            server.put(HandIns.bundle("eve", "z"));
            assertEquals(List.of(), server.hidden());
        }
    }

    @Test
    void theLetterboxAndTheInboxAgree() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            List<String> tries = new ArrayList<>();
            HttpLetterbox letterbox = new HttpLetterbox(server.url(), tries::add);
            String receipt = letterbox.takes(BUNDLE);
            assertTrue(receipt.startsWith("Received "), receipt);
            assertEquals(receipt, letterbox.takes(BUNDLE));
            byte[] huge = new byte[3 << 20];
            Complaint no = assertThrows(Complaint.class, () -> letterbox.takes(huge));
            assertEquals(1, no.status(), no.getMessage());
            assertTrue(no.getMessage().endsWith("refuses it: status 413, the bundle has 3145728"
                    + " bytes, at most 1048576 are taken"), no.getMessage());
            assertEquals(List.of(), tries);
        }
    }
}
