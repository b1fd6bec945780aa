package course.lectures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What lecture 14 says of its pair: who gets which file, and nobody any other. And of ping: what a
 * user hears who may not.
 */
class FilesAndPingTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final String SERVER = "file-server";
    private static final String CLIENT = "file-client";
    private static final String REFUSAL = "NO no such file\n";

    @TempDir Path temporary;
    private Path folder;
    private final byte[] content = new byte[300_000];

    @BeforeEach
    void fill() throws IOException {
        new Random(14).nextBytes(content);
        folder = Files.createDirectories(temporary.resolve("files"));
        Files.write(folder.resolve("big"), content);
        Files.createFile(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("notes..txt"), "in");
        Files.writeString(temporary.resolve("secret"), "secret");
        Path neighbour = Files.createDirectory(temporary.resolve("files-of-others"));
        Files.writeString(neighbour.resolve("secret"), "secret");
    }

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

    private void converse(Language serving, Language calling, String at) throws IOException {
        Stage.needs(at);
        Path copy = temporary.resolve("copy of " + serving + " by " + calling + at.length());
        try (Started server = Stage.start(SERVER, serving, "0", at, folder.toString())) {
            String port = "" + server.port(Stage.PATIENCE);
            try (Started client = Stage.start(CLIENT, calling, at, port, "big", copy.toString())) {
                assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                assertEquals("big: 300000 bytes", client.text(Stream.OUT));
                assertEquals(
                        "listening on " + at + " port " + port
                                + "\nfrom client: big\nbytes sent: 300000",
                        server.text(Stream.OUT));
            }
        }
        assertArrayEquals(content, Files.readAllBytes(copy));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatIsInTheFolderIsSent(Language language) throws IOException {
        assertEquals("OK 0\n", answerTo(language, "empty"));
        assertEquals("OK 2\nin", answerTo(language, "sub/notes..txt"));
        assertEquals("OK 2\nin", answerTo(language, "sub/../sub/notes..txt"));
        assertEquals("OK 0\n", answerTo(language, "./".repeat(400) + "empty"));
        assertEquals("OK 2\nin", answerTo(language, folder.resolve("sub/notes..txt").toString()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatIsNotInTheFolderIsRefused(Language language) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("../secret"));
        Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        List<String> names =
                List.of(
                        "../secret",
                        "sub/../../secret",
                        "../files-of-others/secret",
                        temporary.resolve("secret").toString(),
                        "link",
                        "circle",
                        "sub",
                        ".",
                        "..",
                        "nothing",
                        "empty\0",
                        "empty\n",
                        "x".repeat(1000),
                        // cut off after 1024 bytes, this would be the name of another file
                        "./".repeat(509) + "/emptyx");
        for (String name : names) assertEquals(REFUSAL, answerTo(language, name), name);
    }

    private String answerTo(Language language, String name) throws IOException {
        try (Started server = Stage.start(SERVER, language, "0", "127.0.0.1", folder.toString());
                Socket client = new Socket(LOOPBACK, server.port(Stage.PATIENCE))) {
            client.setSoTimeout((int) Stage.PATIENCE.toMillis());
            client.getOutputStream().write(name.getBytes(UTF_8));
            client.shutdownOutput();
            String answer = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertEquals("", server.text(Stream.ERR));
            return answer;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientThatSaysNothing(Language language) throws IOException {
        try (Started server = Stage.start(SERVER, language, "0");
                Socket client = new Socket(LOOPBACK, server.port(Stage.PATIENCE))) {
            client.shutdownOutput();
            assertEquals(1, server.exit(Stage.PATIENCE));
            assertEquals("read: the client said nothing", server.text(Stream.ERR));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatCannotBegin(Language language) throws IOException {
        String nowhere = temporary.resolve("nowhere").toString();
        expect(2, "folder: '" + nowhere + "' is none",
                Stage.start(SERVER, language, "0", "127.0.0.1", nowhere));
        expect(2, "port: 'abc' is not a number from 0 to 65535",
                Stage.start(SERVER, language, "abc"));
        try (ServerSocket holder = new ServerSocket(0, 1, LOOPBACK)) {
            expect(1, "bind: Address already in use.*",
                    Stage.start(SERVER, language, "" + holder.getLocalPort()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void anAnswerThatIsNone(Language language) throws IOException {
        expect(1, "read: the server said nothing", answered(language, ""));
        expect(1, "read: the server says NO no such file", answered(language, REFUSAL));
        expect(1, "read: the server says back to ya client",
                answered(language, "back to ya client"));
        expect(1, "read: the server says OK -1", answered(language, "OK -1\n"));
        expect(1, "read: 3 bytes came, of 10", answered(language, "OK 10\nabc"));
        expect(1, "read: 3 bytes came, of 2", answered(language, "OK 2\nabc"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aCopyThatIsThereAlready(Language language) throws IOException {
        Path copy = Files.writeString(temporary.resolve("copy"), "precious");
        expect(1, "open: cannot make '" + copy + "'",
                answered(language, "OK 2\nab", copy.toString()));
        assertEquals("precious", Files.readString(copy));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientThatFindsNobody(Language language) throws IOException {
        // bound and not listening: the port stays ours, and refuses callers
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(LOOPBACK, 0));
            expect(1, "connect: Connection refused.*",
                    Stage.start(CLIENT, language, "127.0.0.1", "" + silent.getLocalPort()));
        }
        expect(2, "port: 'abc' is not a number from 0 to 65535",
                Stage.start(CLIENT, language, "localhost", "abc"));
        expect(1, "getaddrinfo: .+", Stage.start(CLIENT, language, "no..such", "1234"));
    }

    /** A client that has got this for an answer, and has ended. */
    private static Started answered(Language language, String answer, String... copy)
            throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            server.setSoTimeout((int) Stage.PATIENCE.toMillis());
            List<String> arguments = new ArrayList<>();
            arguments.addAll(List.of("127.0.0.1", "" + server.getLocalPort(), "name"));
            arguments.addAll(Arrays.asList(copy));
            Started client = Stage.start(CLIENT, language, arguments.toArray(String[]::new));
            try (Socket accepted = server.accept()) {
                assertEquals("name",
                        new String(accepted.getInputStream().readAllBytes(), UTF_8));
                accepted.getOutputStream().write(answer.getBytes(UTF_8));
            }
            client.exit(Stage.PATIENCE);
            return client;
        }
    }

    /** To root, everything is permitted: so the programs run without what makes root root. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aUserWhoMayNotPing(Language language) throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the rules are Linux's");
        Ready ready = Stage.ready(Stage.COURSE.programs("ping").get(language));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            if (!Files.isExecutable(SETPRIV)) Needs.missing("setpriv is not here");
            command.addAll(List.of(SETPRIV.toString(), "--bounding-set=-all",
                    "--inh-caps=-all", "--"));
        }
        command.addAll(ready.command());
        try (Started ping = Started.ours(
                new Ready(command), List.of(), temporary, line -> {})) {
            assertEquals(0, ping.exit(Stage.PATIENCE), () -> ping.text(Stream.ERR));
            assertEquals("", ping.text(Stream.ERR));
            String said = ping.text(Stream.OUT);
            assertTrue(said.endsWith("SOCK_RAW: not permitted to this user"), said);
            // where a group may, the datagram socket has got its answer
            assertFalse(said.startsWith("SOCK_DGRAM\n") && !said.contains("type: expected 0"),
                    said);
        }
    }

    private static void expect(int status, String line, Started program) {
        try (program) {
            assertEquals(status, program.exit(Stage.PATIENCE), () -> program.text(Stream.OUT));
            assertEquals("", program.text(Stream.OUT));
            assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
        }
    }
}
