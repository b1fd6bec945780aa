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
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pair without a connection: any client and any server, the same bytes, the same errors. */
class DatagramsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String SERVER = "udp-server";
    private static final String CLIENT = "udp-client";
    private static final String HELLO = "hello server";
    private static final String REPLY = "back to ya client";

    @TestFactory
    List<DynamicTest> everyClientTalksToEveryServer() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String address : Stage.LOOPBACKS) {
            for (Language server : Language.values()) {
                for (Language client : Language.values()) {
                    String name = client.label() + " calls " + server.label() + " by " + address;
                    tests.add(DynamicTest.dynamicTest(
                            name, () -> converse(server, client, address)));
                }
            }
        }
        return tests;
    }

    /** We stand between the two, and pass on one datagram each way. */
    private static void converse(Language serving, Language calling, String address)
            throws IOException {
        Stage.needs(address);
        try (DatagramSocket relay = at(address);
                Started server = Stage.start(SERVER, serving, "0", address)) {
            // the client waits for a second only: the server must be ready before it begins
            int port = server.port(Stage.PATIENCE);
            try (Started client =
                    Stage.start(CLIENT, calling, address, "" + relay.getLocalPort())) {
                DatagramPacket fromClient = taken(relay);
                SocketAddress caller = fromClient.getSocketAddress();
                relay.send(packet(text(fromClient), new InetSocketAddress(address, port)));
                DatagramPacket fromServer = taken(relay);
                relay.send(packet(text(fromServer), caller));

                assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                assertEquals("from server: " + REPLY, client.text(Stream.OUT));
                assertEquals(
                        "listening on " + address + " port " + port + "\nfrom client: " + HELLO,
                        server.text(Stream.OUT));
                assertEquals(HELLO, text(fromClient));
                assertEquals(REPLY, text(fromServer));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aDatagramOfNoBytesAndOneThatIsTooLong(Language language) throws IOException {
        for (String sent : List.of("", "x".repeat(600))) {
            try (Started server = Stage.start(SERVER, language, "0");
                    DatagramSocket client = at("127.0.0.1")) {
                int port = server.port(Stage.PATIENCE);
                client.send(packet(sent, new InetSocketAddress(LOOPBACK, port)));
                assertEquals(REPLY, text(taken(client)));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                String kept = sent.substring(0, Math.min(sent.length(), 512));
                assertEquals(
                        "listening on 127.0.0.1 port " + port + "\nfrom client: " + kept,
                        server.text(Stream.OUT).replaceFirst("from client:$", "from client: "));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void anAnswerOfNoBytesIsOne(Language language) throws IOException {
        try (DatagramSocket server = at("127.0.0.1");
                Started client = callUs(language, server)) {
            DatagramPacket request = taken(server);
            assertArrayEquals(
                    HELLO.getBytes(UTF_8),
                    Arrays.copyOf(request.getData(), request.getLength()));
            server.send(packet("", request.getSocketAddress()));
            assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
            assertEquals("from server:", client.text(Stream.OUT).strip());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whoIsNotAnsweredSaysSo(Language language) throws IOException {
        try (DatagramSocket silent = at("127.0.0.1")) {
            expect(callUs(language, silent), 1, "recvfrom: no answer in 1000 ms");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatCannotBeCalled(Language language) {
        // two dots in a row are no name: the answer needs no name server, so none is asked
        expect(Stage.start(CLIENT, language, "no..such", "1234"), 1, "getaddrinfo: .+");
        expect(Stage.start(SERVER, language, "0", "no..such"), 1, "getaddrinfo: .+");
        // 192.0.2.1 is reserved for documentation: nobody has it, and binding to it sends nothing
        expect(Stage.start(SERVER, language, "0", "192.0.2.1"), 1,
                "bind: (Cannot|Can't) assign requested address.*");
        for (String port : List.of("abc", "-1", "65536", "12x", "", "99999999999")) {
            String line = "port: '" + port + "' is not a number from 0 to 65535";
            expect(Stage.start(SERVER, language, port), 2, line);
            expect(Stage.start(CLIENT, language, "localhost", port), 2, line);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aBusyPort(Language language) throws IOException {
        try (DatagramSocket holder = at("127.0.0.1")) {
            expect(Stage.start(SERVER, language, "" + holder.getLocalPort()), 1,
                    "bind: Address already in use.*");
        }
    }

    private static Started callUs(Language language, DatagramSocket server) {
        return Stage.start(CLIENT, language, "127.0.0.1", "" + server.getLocalPort());
    }

    private static DatagramSocket at(String address) throws IOException {
        var socket = new DatagramSocket(new InetSocketAddress(address, 0));
        socket.setSoTimeout((int) Stage.PATIENCE.toMillis());
        return socket;
    }

    private static DatagramPacket packet(String text, SocketAddress to) {
        byte[] bytes = text.getBytes(UTF_8);
        return new DatagramPacket(bytes, bytes.length, to);
    }

    private static DatagramPacket taken(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    private static void expect(Started program, int status, String line) {
        try (program) {
            assertEquals(status, program.exit(Stage.PATIENCE));
            assertEquals("", program.text(Stream.OUT));
            assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
        }
    }
}
