package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.submit.HandIns;
import course.submit.Intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A class hands in while its server is killed, again and again, with kill -9. */
class InboxCrashTest {
    private static final int KILLS = 20;
    private static final int CLIENTS = 6;
    private static final long PATIENCE_SECONDS = 20;

    @TempDir Path folder;

    private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final Set<String> students = ConcurrentHashMap.newKeySet();

    /** Fewer receipts than that would prove little. */
    private static final int ENOUGH = 2 * KILLS;

    private Process server() throws IOException {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"),
                InboxServer.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process server) throws IOException {
        BufferedReader from = server.inputReader();
        String line = from.readLine();
        assertTrue(line != null, "no server");
        return Integer.parseInt(line);
    }

    private byte[] next(Random random) {
        byte[] before = waiting.poll();
        if (before != null) return before;
        String student = "s" + students.size() + "-" + random.nextInt(1 << 30);
        students.add(student);
        return HandIns.bundle(student, "x".repeat(1000 + random.nextInt(60_000)));
    }

    /** Hands in one after the other until the server is gone; what has no receipt waits. */
    private void client(int port, Random random, CountDownLatch receipts) {
        boolean gone = false;
        while (!gone) {
            byte[] bundle = next(random);
            try {
                handIn(port, bundle, random);
                acknowledged.put(InboxServer.sha256(bundle), bundle);
                receipts.countDown();
            } catch (IOException killed) {
                waiting.add(bundle);
                gone = true;
            }
        }
    }

    /** As the letterbox does, but in two pieces with a pause, and without a second try. */
    private static void handIn(int port, byte[] bundle, Random random) throws IOException {
        String sha256 = InboxServer.sha256(bundle);
        int from = Math.max(0, says(port, bundle, 0, 0,
                "HEAD /hand-in/" + sha256 + " HTTP/1.1").offset());
        int pause = from + random.nextInt(bundle.length - from + 1);
        InboxServer.Answer done = says(port, bundle, from, pause,
                InboxServer.head(sha256, from, bundle.length - from, bundle.length));
        boolean received = done.status() == 201 || done.status() == 200;
        if (received && done.body().contains("Receipt: ")) return;
        throw new AssertionError(done.toString());
    }

    private static InboxServer.Answer says(int port, byte[] bundle, int from, int pause,
            String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            boolean put = lines.length > 1;
            InboxServer.send(socket, put ? Arrays.copyOfRange(bundle, from, pause) : new byte[0],
                    lines);
            if (put) {
                Thread.yield();
                socket.getOutputStream().write(bundle, pause, bundle.length - pause);
            }
            String all = new String(socket.getInputStream().readAllBytes());
            // killed in the middle of its answer: no receipt
            if (!all.contains("\r\n\r\n") || put && !all.endsWith("\n")) throw new IOException(all);
            return InboxServer.parsed(all);
        }
    }

    @Test
    void whatIsAcknowledgedIsThere() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            killedWhileTheyHandIn(new Random(random.nextLong()));
            assertNothingIsMissing("kill " + kill + ", seed " + seed);
        }
        assertTrue(acknowledged.size() >= ENOUGH, acknowledged.size() + " receipts");
        lastOnesAndAll();
    }

    private void killedWhileTheyHandIn(Random random) throws Exception {
        Process server = server();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = port(server);
            CountDownLatch receipts = new CountDownLatch(1 + random.nextInt(10));
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random own = new Random(random.nextLong());
                all.add(clients.submit(() -> client(port, own, receipts)));
            }
            assertTrue(receipts.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "no receipts");
            Thread.sleep(0, random.nextInt(1_000_000));
            server.destroyForcibly();
            for (Future<?> client : all) client.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private void assertNothingIsMissing(String when) throws IOException {
        Set<String> whole = new HashSet<>();
        for (Path file : InboxServer.files(folder)) {
            String sha256 = InboxServer.sha256(Files.readAllBytes(file));
            assertTrue(file.toString().endsWith("-" + sha256.substring(0, 16) + ".zip"),
                    when + ": half of " + file);
            whole.add(sha256);
        }
        Set<String> missing = new HashSet<>(acknowledged.keySet());
        missing.removeAll(whole);
        assertEquals(Set.of(), missing, when);
    }

    /** Those without a receipt go on where they were, and an intake finds everybody. */
    private void lastOnesAndAll() throws IOException {
        try (InboxServer server = new InboxServer(folder)) {
            Random random = new Random(1);
            Collection<byte[]> late = List.copyOf(waiting);
            for (byte[] bundle : late) handIn(server.port(), bundle, random);
            assertEquals(students.size(), server.files().size());
            assertEquals(List.of(), server.hidden());
            assertEquals(students.size(), server.inbox.arrivals().size());
        }
        try (Intake intake = Intake.of(folder, HandIns.options())) {
            assertEquals(List.of(), intake.refused());
            assertEquals(students.size(), intake.taken().size());
        }
    }
}
