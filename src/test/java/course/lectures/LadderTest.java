package course.lectures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.run.Started;
import course.run.Started.Stream;
import course.script.Program;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One protocol on every rung: the same arguments, the same bytes, the same lines. */
@EnabledOnOs(OS.LINUX)
class LadderTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String IN_A_RECORD = "client 2: read: the end, in a record";
    private static final byte[] MESSAGE = record("Hello server, please respond to client!");
    private static final byte[] REPLY = record("I am server and this is my message");

    static List<Program> servers() {
        return Stage.COURSE.programs().stream()
                .filter(p -> p.file().getParent().endsWith("09-concurrent-servers"))
                .filter(p -> p.name().endsWith("-server"))
                .toList();
    }

    /** All but the iterative ones: who must not wait for a slow client. */
    static List<Program> concurrentServers() {
        return servers().stream().filter(p -> !p.name().startsWith("iterative")).toList();
    }

    static List<Program> waitingServers() {
        List<Program> waiting = new ArrayList<>(servers());
        waiting.removeIf(p -> !p.name().matches("(iterative|pool)-server"));
        return waiting;
    }

    /** Pieces, a breach in mid-record, and the end: in this order, so that every rung prints it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void speaksItsRecordsAndTellsOfThem(Program program) throws IOException {
        try (Started server = Stage.start(program, "0", "127.0.0.1", "3")) {
            try (Socket client = call(server)) {
                client.getOutputStream().write(MESSAGE, 0, 30);
                silentFor(client, 100);
                client.getOutputStream().write(MESSAGE, 30, 50);
                assertArrayEquals(REPLY, client.getInputStream().readNBytes(80));
                client.getOutputStream().write(twice(MESSAGE));
                assertArrayEquals(twice(REPLY), client.getInputStream().readNBytes(160));
                end(client);
            }
            try (Socket client = call(server)) {
                client.getOutputStream().write(MESSAGE, 0, 30);
                end(client);
            }
            try (Socket client = call(server)) {
                converse(client);
                end(client);
            }
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertEquals(
                    """
                    listening on 127.0.0.1 port N
                    client 1 from 127.0.0.1 port N, served by pid N
                    client 1 says: Hello server, please respond to client!
                    client 1 says: Hello server, please respond to client!
                    client 1 says: Hello server, please respond to client!
                    client 1 has ended
                    client 2 from 127.0.0.1 port N, served by pid N
                    client 3 from 127.0.0.1 port N, served by pid N
                    client 3 says: Hello server, please respond to client!
                    client 3 has ended"""
                            .lines()
                            .sorted()
                            .toList(),
                    server.text(Stream.OUT)
                            .replaceAll("(?<=(port|pid) )\\d+", "N")
                            .lines()
                            .sorted()
                            .toList());
            assertEquals(IN_A_RECORD, server.text(Stream.ERR));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void outlivesAClientThatBreaksOff(Program program) throws IOException {
        try (Started server = Stage.start(program, "0")) {
            try (Socket client = call(server)) {
                converse(client);
                client.setSoLinger(true, 0);
            }
            Pattern told = Pattern.compile("^client 1: read: Connection reset.*");
            server.await(Stream.ERR, told, Stage.PATIENCE);
            try (Socket client = call(server)) {
                converse(client);
                end(client);
            }
            assertTrue(server.alive());
            assertEquals(1, server.text(Stream.OUT).lines().count(), "it was not asked to tell");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("concurrentServers")
    void letsNobodyWaitForASlowClient(Program program) throws IOException {
        try (Started server = Stage.start(program, "0");
                Socket slow = call(server)) {
            slow.getOutputStream().write(MESSAGE, 0, 40);
            for (int i = 0; i < 3; i++) {
                try (Socket quick = call(server)) {
                    converse(quick);
                    end(quick);
                }
            }
            slow.getOutputStream().write(MESSAGE, 40, 40);
            assertArrayEquals(REPLY, slow.getInputStream().readNBytes(80));
        }
    }

    /** What the lecture says of rung 0, and of a pool of one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("waitingServers")
    void letsOneWaitForTheOther(Program program) throws IOException {
        try (Started server = Stage.start(program, "0", "127.0.0.1", "0", "1");
                Socket slow = call(server)) {
            converse(slow);
            try (Socket quick = call(server)) {
                quick.getOutputStream().write(MESSAGE);
                silentFor(quick, 300);
                end(slow);
                assertArrayEquals(REPLY, quick.getInputStream().readNBytes(80));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void keepsNoProcessAndNoSocket(Program program) throws IOException, InterruptedException {
        try (Started server = Stage.start(program, "0")) {
            serveOne(server); // what it needs once, it may keep
            settlesAt(server, 0, Integer.MAX_VALUE);
            int held = sockets(server);
            for (int i = 0; i < 5; i++) serveOne(server);
            settlesAt(server, 0, held);
        }
    }

    private static void serveOne(Started server) throws IOException {
        try (Socket client = call(server)) {
            converse(client);
            end(client);
        }
    }

    private static void settlesAt(Started server, int children, int most)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Stage.PATIENCE.toNanos();
        while (children(server) > children || sockets(server) > most) {
            assertTrue(
                    System.nanoTime() < deadline,
                    children(server) + " children, " + sockets(server) + " sockets");
            Thread.sleep(10);
        }
    }

    /** Zombies, too: they are gone only when somebody has asked for them. */
    private static long children(Started server) {
        return ProcessHandle.of(server.pid()).orElseThrow().children().count();
    }

    private static int sockets(Started server) throws IOException {
        int sockets = 0;
        try (var open = Files.list(
                Path.of("/proc", String.valueOf(server.pid()), "fd"))) {
            for (var descriptor : open.toList()) {
                try {
                    String what = Files.readSymbolicLink(descriptor).toString();
                    if (what.startsWith("socket:")) sockets++;
                } catch (NoSuchFileException closedMeanwhile) {
                    // and so it does not count
                }
            }
        }
        return sockets;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void saysWhichCallFailed(Program program) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, LOOPBACK);
                Started busy = Stage.start(program, String.valueOf(holder.getLocalPort()));
                Started unknown = Stage.start(program, "0", "no..such");
                Started noPort = Stage.start(program, "65536");
                Started noNumber = Stage.start(program, "0", "127.0.0.1", "few")) {
            expect(busy, 1, "bind: Address already in use.*");
            expect(unknown, 1, "getaddrinfo: .+");
            expect(noPort, 2, "port: '65536' is not a number from 0 to 65535");
            expect(noNumber, 2, "clients: 'few' is not a number from 0 to 65535");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void listensOnTheNewNumberingToo(Program program) throws IOException {
        Stage.needs("::1");
        try (Started server = Stage.start(program, "0", "::1", "1");
                Socket client = new Socket("::1", server.port(Stage.PATIENCE))) {
            client.setSoTimeout((int) Stage.PATIENCE.toMillis());
            converse(client);
            end(client);
            assertEquals(0, server.exit(Stage.PATIENCE));
            String caller = "client 1 from ::1 port " + client.getLocalPort();
            assertTrue(server.text(Stream.OUT).contains(caller), server.text(Stream.OUT));
        }
    }

    private static void expect(Started program, int status, String line) {
        assertEquals(status, program.exit(Stage.PATIENCE));
        assertEquals("", program.text(Stream.OUT));
        assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
    }

    private static Socket call(Started server) throws IOException {
        Socket client = new Socket(LOOPBACK, server.port(Stage.PATIENCE));
        client.setSoTimeout((int) Stage.PATIENCE.toMillis());
        return client;
    }

    private static void converse(Socket client) throws IOException {
        client.getOutputStream().write(MESSAGE);
        assertArrayEquals(REPLY, client.getInputStream().readNBytes(80));
    }

    private static void silentFor(Socket client, int millis) throws IOException {
        client.setSoTimeout(millis);
        try {
            assertEquals(-2, client.getInputStream().read(), "it answers too early");
        } catch (SocketTimeoutException asItShould) {
            client.setSoTimeout((int) Stage.PATIENCE.toMillis());
        }
    }

    private static void end(Socket client) throws IOException {
        client.shutdownOutput();
        assertEquals(-1, client.getInputStream().read(), "more than was asked for");
    }

    private static byte[] record(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 80);
    }

    private static byte[] twice(byte[] bytes) {
        byte[] both = Arrays.copyOf(bytes, 160);
        System.arraycopy(bytes, 0, both, 80, 80);
        return both;
    }
}
