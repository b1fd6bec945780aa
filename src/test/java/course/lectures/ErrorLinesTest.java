package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;
import course.script.Program;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong is one line on stderr that names the call and the reason, and a status that is
 * not 0.
 */
@Tag("handout")
class ErrorLinesTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    static List<Program> servers() {
        List<Program> servers = new ArrayList<>(Stage.COURSE.programs("simple-server").values());
        servers.addAll(Stage.COURSE.programs("simple-server-channel").values());
        return servers;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void aBusyPort(Program program) throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, LOOPBACK);
                Started server = Stage.start(program, String.valueOf(holder.getLocalPort()))) {
            expect(server, 1, "bind: Address already in use.*");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void aServerCalledWithABadPort(Program program) {
        for (String port : List.of("abc", "-1", "65536", "70000", "12x", "", "99999999999")) {
            try (Started server = Stage.start(program, port)) {
                expect(server, 2, "port: '" + port + "' is not a number from 0 to 65535");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void anAddressThatIsNoneOfOurs(Program program) {
        try (Started server = Stage.start(program, "0", "no..such")) {
            expect(server, 1, "getaddrinfo: .+");
        }
        // 192.0.2.1 is reserved for documentation: nobody has it, and binding to it sends nothing
        try (Started server = Stage.start(program, "0", "192.0.2.1")) {
            expect(server, 1, "bind: (Cannot|Can't) assign requested address.*");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void aClientThatResets(Program program) throws IOException {
        try (Started server = Stage.start(program, "0")) {
            try (Socket client = call(server)) {
                client.setSoLinger(true, 0);
            }
            assertEquals(1, server.exit(Stage.PATIENCE));
            String said = server.text(Stream.ERR);
            assertTrue(said.matches("(read|accept): (Connection reset|Software caused).*"), said);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void aClientThatSaysNothing(Program program) throws IOException {
        try (Started server = Stage.start(program, "0");
                Socket client = call(server)) {
            client.shutdownOutput();
            assertEquals(1, server.exit(Stage.PATIENCE));
            assertEquals("read: the client said nothing", server.text(Stream.ERR));
        }
    }

    private static Socket call(Started server) throws IOException {
        return new Socket(LOOPBACK, server.port(Stage.PATIENCE));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPortWhereNobodyListens(Language language) throws IOException {
        // bound and not listening: the port stays ours, and refuses callers
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(LOOPBACK, 0));
            try (Started client =
                    Stage.start(
                            "simple-client",
                            language,
                            "127.0.0.1",
                            String.valueOf(silent.getLocalPort()))) {
                expect(client, 1, "connect: Connection refused.*");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void anUnknownHost(Language language) {
        // two dots in a row are no name: the answer needs no name server, so none is asked
        try (Started client = Stage.start("simple-client", language, "no..such", "1234")) {
            expect(client, 1, "getaddrinfo: .+");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientCalledWithABadPort(Language language) {
        for (String port : List.of("abc", "-1", "65536")) {
            try (Started client = Stage.start("simple-client", language, "localhost", port)) {
                expect(client, 2, "port: '" + port + "' is not a number from 0 to 65535");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatResets(Language language) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Started client = callUs(language, server)) {
            server.setSoTimeout((int) Stage.PATIENCE.toMillis());
            try (Socket accepted = server.accept()) {
                accepted.getInputStream().readAllBytes();
                accepted.setSoLinger(true, 0);
            }
            expect(client, 1, "read: Connection reset.*");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatSaysNothing(Language language) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Started client = callUs(language, server)) {
            server.setSoTimeout((int) Stage.PATIENCE.toMillis());
            try (Socket accepted = server.accept()) {
                accepted.getInputStream().readAllBytes();
            }
            expect(client, 1, "read: the server said nothing");
        }
    }

    private static Started callUs(Language language, ServerSocket server) {
        return Stage.start(
                "simple-client", language, "127.0.0.1", String.valueOf(server.getLocalPort()));
    }

    private static void expect(Started program, int status, String line) {
        assertEquals(status, program.exit(Stage.PATIENCE));
        assertEquals("", program.text(Stream.OUT));
        assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
    }
}
