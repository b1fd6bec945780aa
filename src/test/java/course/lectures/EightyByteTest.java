package course.lectures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The records of 80 bytes: any client and any server, whole records and others. */
class EightyByteTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String HELLO = "Hello server, please respond to client!";
    private static final String REPLY = "I am server and this is my message";
    private static final String SERVER = "eighty-byte-server";
    private static final String CLIENT = "eighty-byte-client";

    @TestFactory
    List<DynamicTest> everyClientTalksToEveryServer() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Language server : Language.values()) {
            for (Language client : Language.values()) {
                for (String at : Stage.LOOPBACKS) {
                    String name = client.label() + " calls " + server.label() + " at " + at;
                    tests.add(DynamicTest.dynamicTest(name, () -> converse(server, client, at)));
                }
            }
        }
        return tests;
    }

    private static void converse(Language serving, Language calling, String at)
            throws IOException {
        Stage.needs(at);
        try (Started server = Stage.start(SERVER, serving, "0", at);
                Relay relay = new Relay(at, server.port(Stage.PATIENCE));
                Started client = Stage.start(CLIENT, calling, at, "" + relay.port())) {
            assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertEquals("from server: " + REPLY, client.text(Stream.OUT));
            assertEquals(
                    "listening on " + at + " port " + relay.serverPort()
                            + "\nfrom client: " + HELLO + "\nthe client has ended",
                    server.text(Stream.OUT));
            assertEquals(new String(record(HELLO), UTF_8), relay.fromClient(Stage.PATIENCE));
            assertEquals(new String(record(REPLY), UTF_8), relay.fromServer(Stage.PATIENCE));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerCountsTo80(Language language) throws IOException {
        String full = "x".repeat(80);
        try (Started server = Stage.start(SERVER, language, "0");
                Socket client = call(server)) {
            OutputStream out = client.getOutputStream();
            out.write(record("one"), 0, 30);
            out.write(record("one"), 30, 50);
            out.write(record(full));
            out.write(record("two\0and what is behind"));
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(record(REPLY), client.getInputStream().readNBytes(80));
            }
            client.shutdownOutput();
            assertEquals(0, client.getInputStream().readAllBytes().length);
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertTrue(
                    server.text(Stream.OUT)
                            .endsWith("client: one\nfrom client: " + full
                                    + "\nfrom client: two\nthe client has ended"),
                    () -> server.text(Stream.OUT));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientThatEndsWithinARecord(Language language) throws IOException {
        try (Started server = Stage.start(SERVER, language, "0");
                Socket client = call(server)) {
            client.getOutputStream().write(record("half"), 0, 30);
            client.shutdownOutput();
            assertEquals(1, server.exit(Stage.PATIENCE));
            assertEquals("read: the client ended within a record", server.text(Stream.ERR));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatEndsWithinARecord(Language language) throws IOException {
        expectComplaint(language, 30, "read: the server ended within a record");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatSaysNothing(Language language) throws IOException {
        expectComplaint(language, 0, "read: the server said nothing");
    }

    private static void expectComplaint(Language language, int bytes, String line)
            throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Started client =
                        Stage.start(CLIENT, language, "127.0.0.1", "" + server.getLocalPort())) {
            server.setSoTimeout((int) Stage.PATIENCE.toMillis());
            try (Socket accepted = server.accept()) {
                accepted.getInputStream().readNBytes(80);
                accepted.getOutputStream().write(record("half"), 0, bytes);
            }
            assertEquals(1, client.exit(Stage.PATIENCE));
            assertEquals(line, client.text(Stream.ERR));
            assertEquals("", client.text(Stream.OUT));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aBusyPort(Language language) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, LOOPBACK);
                Started server = Stage.start(SERVER, language, "" + holder.getLocalPort())) {
            assertEquals(1, server.exit(Stage.PATIENCE));
            assertTrue(server.text(Stream.ERR).matches("bind: Address already in use.*"));
        }
    }

    private static Socket call(Started server) throws IOException {
        Socket client = new Socket(LOOPBACK, server.port(Stage.PATIENCE));
        client.setSoTimeout((int) Stage.PATIENCE.toMillis());
        return client;
    }

    private static byte[] record(String text) {
        return Arrays.copyOf(text.getBytes(UTF_8), 80);
    }
}
