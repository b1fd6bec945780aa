package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;
import course.script.Program;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program in any language starts one in any other, and the two talk. */
class TwoProcessesTest {
    private static final Map<Language, Program> PROGRAMS = Stage.COURSE.programs("two-processes");
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TestFactory
    List<DynamicTest> anyStartsAny() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Language parent : Language.values()) {
            for (Language child : Language.values()) {
                tests.add(DynamicTest.dynamicTest(
                        parent.label() + " starts " + child.label(), () -> talk(parent, child)));
            }
        }
        return tests;
    }

    private static void talk(Language parent, Language child) {
        List<String> command = Stage.ready(PROGRAMS.get(child)).command();
        try (Started running =
                Stage.start(PROGRAMS.get(parent), command.toArray(String[]::new))) {
            assertEquals(0, running.exit(Stage.PATIENCE), () -> running.text(Stream.ERR));
            String said = running.text(Stream.OUT);
            assertTrue(said.contains("and starts " + String.join(" ", command) + "\n"), said);
            assertTrue(
                    said.matches("(?s).*pid (\\d+) hears: hello from pid (\\d+)\n"
                            + "pid \\2 hears: hello from pid \\1\n"
                            + "one process alone: expected no, saw no"),
                    said);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aCallerThatSaysNothing(Language language) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Started caller = call(language, server.getLocalPort())) {
            server.setSoTimeout((int) Stage.PATIENCE.toMillis());
            server.accept().shutdownOutput();
            expect(caller, "read: nothing came");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void nobodyListens(Language language) throws IOException {
        // bound and not listening: the port stays ours, and refuses callers
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(LOOPBACK, 0));
            try (Started caller = call(language, silent.getLocalPort())) {
                expect(caller, "connect: Connection refused.*");
            }
        }
    }

    private static Started call(Language language, int port) {
        return Stage.start(PROGRAMS.get(language), String.valueOf(port));
    }

    private static void expect(Started program, String line) {
        assertEquals(1, program.exit(Stage.PATIENCE));
        assertEquals("", program.text(Stream.OUT));
        assertTrue(program.text(Stream.ERR).matches(line), program.text(Stream.ERR));
    }
}
