package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** The server on a sockaddr_in by hand does what the simple server does, on the slides' own way. */
class SocketBindListenTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aSimpleClientIsAnswered(Language language) {
        try (Started server = start(language, "0");
                Started client = Stage.start("simple-client", Language.C, "127.0.0.1",
                        String.valueOf(server.port(Stage.PATIENCE)))) {
            assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertEquals("from server: back to ya client", client.text(Stream.OUT));
            assertEquals("listening on 127.0.0.1 port " + server.port(Stage.PATIENCE)
                    + "\nfrom client: hello server", server.text(Stream.OUT));
            assertEquals("", server.text(Stream.ERR));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aBusyPort(Language language) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, LOOPBACK)) {
            String port = String.valueOf(holder.getLocalPort());
            expect(1, "bind: Address already in use", start(language, port));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void badArguments(Language language) {
        for (String port : List.of("abc", "65536")) {
            expect(2, "port: '" + port + "' is not a number from 0 to 65535",
                    start(language, port));
        }
        for (String address : List.of("localhost", "::1")) {
            expect(1, "inet_pton: not an IPv4 address", start(language, "0", address));
        }
        // reserved for documentation: nobody has it, and binding to it sends nothing
        expect(1, "bind: Cannot assign requested address", start(language, "0", "192.0.2.1"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientThatSaysNothingOrBreaksOff(Language language) throws IOException {
        try (Started server = start(language, "0"); Socket client = call(server)) {
            client.shutdownOutput();
            expect(1, "read: the client said nothing", server);
        }
        try (Started server = start(language, "0")) {
            try (Socket client = call(server)) {
                client.setSoLinger(true, 0);
            }
            assertEquals(1, server.exit(Stage.PATIENCE));
            String said = server.text(Stream.ERR);
            assertTrue(said.matches("(read|accept): (Connection reset|Software caused).*"), said);
        }
    }

    /** What the text says of other numbers than the usual one. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"C, 0, 1", "PYTHON, 0, 1", "JAVA, 0, 51", "JAVA, 5, 6"})
    void aBacklogIsCounted(Language language, String backlog, String waiting) {
        onLinux();
        try (Started program = Stage.start("backlog", language, backlog)) {
            assertEquals(0, program.exit(Stage.PATIENCE), () -> program.text(Stream.ERR));
            assertEquals("backlog " + backlog + ": " + waiting
                    + " are connected, and nobody has accepted",
                    program.text(Stream.OUT).lines().findFirst().orElse(""));
        }
    }

    private static Started start(Language language, String... arguments) {
        if (language == Language.JAVA) onLinux();
        return Stage.start("sockaddr-server", language, arguments);
    }

    private static void onLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "this asks Linux");
    }

    private static Socket call(Started server) throws IOException {
        return new Socket(LOOPBACK, server.port(Stage.PATIENCE));
    }

    private static void expect(int status, String line, Started server) {
        try (server) {
            assertEquals(status, server.exit(Stage.PATIENCE));
            assertEquals(line, server.text(Stream.ERR));
            assertEquals("", server.text(Stream.OUT).replaceFirst("listening on .*", ""));
        }
    }
}
