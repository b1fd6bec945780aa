package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What lecture 13 says of its pair: who talks to whom, and in which words each call fails. */
class UnixDomainTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("hello.sock");
    }

    @TestFactory
    List<DynamicTest> everyClientTalksToEveryServer() {
        return Arrays.stream(Language.values())
                .flatMap(server -> Arrays.stream(Language.values())
                        .map(client -> DynamicTest.dynamicTest(
                                client.label() + " calls " + server.label(),
                                () -> converse(server, client))))
                .toList();
    }

    private void converse(Language serving, Language calling) {
        try (Started server = Stage.start("unix-server", serving, path())) {
            assertEquals(path(), server.path(Stage.PATIENCE));
            try (Started client = Stage.start("unix-client", calling, path())) {
                assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                assertEquals("from server: back to ya client", client.text(Stream.OUT));
                assertEquals("listening on " + path() + "\nfrom client: hello server",
                        server.text(Stream.OUT));
            }
        }
        assertFalse(Files.exists(file), "the server has left its file");
    }

    /** The bytes, told by one who speaks no language of ours. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theServersBytesAreTheSlides(Language language) throws IOException {
        try (Started server = Stage.start("unix-server", language, path())) {
            server.path(Stage.PATIENCE);
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
                client.write(ByteBuffer.wrap("hello server".getBytes()));
                client.shutdownOutput();
                ByteBuffer reply = ByteBuffer.allocate(100);
                while (client.read(reply) >= 0) continue;
                assertEquals("back to ya client", new String(reply.array(), 0, reply.position()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPathWhereNobodyListens(Language language) throws IOException {
        client(language, path(), "connect: No such file or directory");
        bound().close();
        client(language, path(), "connect: Connection refused");
        server(language, path(), "bind: Address already in use");
        assertTrue(Files.exists(file), "the simple server has deleted a file that is not its own");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPathThatIsTaken(Language language) throws IOException {
        try (ServerSocketChannel holder = bound()) {
            server(language, path(), "bind: Address already in use");
            assertTrue(holder.isOpen());
        }
        Files.delete(file);
        Files.writeString(file, "precious");
        server(language, path(), "bind: Address already in use");
        client(language, path(), "connect: Connection refused");
        assertEquals("precious", Files.readString(file));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aFolderThatIsNotThere(Language language) {
        String nowhere = folder.resolve("no/such/hello.sock").toString();
        server(language, nowhere, "bind: No such file or directory");
        client(language, nowhere, "connect: No such file or directory");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void noPathAtAll(Language language) {
        for (String name : List.of("unix-server", "unix-client")) {
            expect(2, "path: '' names no file", Stage.start(name, language, ""));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aPathThatIsTooLong(Language language) throws IOException {
        server(language, ofLength(108), "bind: (Unix domain |AF_UNIX )?path too long");
        client(language, ofLength(108), "connect: (Unix domain |AF_UNIX )?path too long");
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest(name = "{0} has room for {1} bytes")
    @CsvSource({"C, 107", "PYTHON, 107", "JAVA, 106"})
    void theLongestPath(Language language, int longest) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "these numbers are Linux's");
        try (Started server = Stage.start("unix-server", language, ofLength(longest))) {
            assertEquals(ofLength(longest), server.path(Stage.PATIENCE));
        }
        server(language, ofLength(longest + 1), "bind: .*path too long");
    }

    @Test
    void javaHasNoAbstractNames() {
        assertThrows(InvalidPathException.class, () -> UnixDomainSocketAddress.of("\0hello"));
    }

    /** In a folder deep down, the way out is to go there. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aShortPathInADeepFolder(Language language) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("deep".repeat(30)));
        String whole = deep.resolve("hello.sock").toString();
        server(language, whole, "bind: .*path too long");
        Ready ready = Stage.ready(Stage.COURSE.programs("unix-server").get(language));
        try (Started server = Started.ours(ready, List.of("hello.sock"), deep, line -> {})) {
            assertEquals("hello.sock", server.path(Stage.PATIENCE));
            assertTrue(Files.exists(Path.of(whole)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientThatSaysNothing(Language language) throws IOException {
        try (Started server = Stage.start("unix-server", language, path())) {
            server.path(Stage.PATIENCE);
            SocketChannel.open(UnixDomainSocketAddress.of(file)).close();
            assertEquals(1, server.exit(Stage.PATIENCE));
            assertEquals("read: the client said nothing", server.text(Stream.ERR));
        }
        assertFalse(Files.exists(file), "the server has left its file");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aServerThatSaysNothing(Language language) throws IOException {
        try (ServerSocketChannel server = bound();
                Started client = Stage.start("unix-client", language, path())) {
            try (SocketChannel accepted = server.accept()) {
                ByteBuffer said = ByteBuffer.allocate(100);
                while (accepted.read(said) >= 0) continue;
            }
            expect(1, "read: the server said nothing", client);
        }
    }

    /** To root, everything is permitted: so the programs run without what makes root root. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatIsNotPermitted(Language language) throws IOException {
        Set<PosixFilePermission> noWriting = PosixFilePermissions.fromString("r-xr-xr-x");
        try (ServerSocketChannel server = bound()) {
            assertTrue(server.isOpen());
            Files.setPosixFilePermissions(file, noWriting);
            Files.setPosixFilePermissions(folder, noWriting);
            String other = folder.resolve("other.sock").toString();
            expect(1, "bind: Permission denied", unprivileged("unix-server", language, other));
            expect(1, "connect: Permission denied", unprivileged("unix-client", language, path()));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Started unprivileged(String name, Language language, String path) {
        Ready ready = Stage.ready(Stage.COURSE.programs(name).get(language));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            if (!Files.isExecutable(SETPRIV)) Needs.missing("setpriv is not here");
            command.addAll(List.of(SETPRIV.toString(), "--bounding-set=-all",
                    "--inh-caps=-all", "--"));
        }
        command.addAll(ready.command());
        return Started.ours(new Ready(command), List.of(path), folder, line -> {});
    }

    private ServerSocketChannel bound() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(file));
    }

    private String path() {
        return file.toString();
    }

    private String ofLength(int bytes) {
        String start = folder + "/";
        return start + "x".repeat(bytes - start.length());
    }

    private static void server(Language language, String path, String line) {
        expect(1, line, Stage.start("unix-server", language, path));
    }

    private static void client(Language language, String path, String line) {
        expect(1, line, Stage.start("unix-client", language, path));
    }

    private static void expect(int status, String line, Started program) {
        try (program) {
            assertEquals(status, program.exit(Stage.PATIENCE));
            assertEquals("", program.text(Stream.OUT));
            assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
        }
    }
}
