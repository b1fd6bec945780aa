package course.lectures;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What lecture 06 says of its pair and of its client's exit statuses, in all languages. */
class ConnectAndAcceptTest {
    @TestFactory
    List<DynamicTest> bothSidesAgreeOnWhoIsCalling() {
        return Arrays.stream(Language.values())
                .flatMap(server -> Arrays.stream(Language.values())
                        .flatMap(client -> Stage.LOOPBACKS.stream()
                                .map(at -> DynamicTest.dynamicTest(
                                        client.label() + " calls " + server.label() + " at " + at,
                                        () -> agree(server, client, at)))))
                .toList();
    }

    private static void agree(Language serving, Language calling, String at) {
        Stage.needs(at);
        try (Started server = Stage.start("who-server", serving, "0", at)) {
            int port = server.port(Stage.PATIENCE);
            try (Started client =
                    Stage.start("who-client", calling, at, String.valueOf(port))) {
                assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                List<String> told = client.text(Stream.OUT).lines().toList();
                String caller = told.getFirst().replaceFirst("I am +", "");
                assertTrue(caller.matches(Pattern.quote(at) + " port \\d+"), caller);
                assertEquals(
                        List.of(
                                "I am     " + caller,
                                "I called " + at + " port " + port,
                                "from server: you are " + caller),
                        told);
                assertEquals(
                        "listening on " + at + " port " + port + "\nclient from " + caller,
                        server.text(Stream.OUT));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void eachFailureHasItsStatus(Language language) throws IOException {
        // bound and not listening: the port stays ours, and refuses callers
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            String port = String.valueOf(silent.getLocalPort());
            String tooLarge = "port: '66770' is not a number from 0 to 65535";
            expect(language, 2, tooLarge, "localhost", "66770");
            expect(language, 3, "getaddrinfo: no such host", "no..such", port);
            expect(language, 4, "connect: Connection refused", "127.0.0.1", port);
        }
    }

    private static void expect(Language language, int status, String line, String... arguments) {
        try (Started client = Stage.start("connect-status", language, arguments)) {
            assertEquals(status, client.exit(Stage.PATIENCE));
            assertEquals("", client.text(Stream.OUT));
            assertEquals(line, client.text(Stream.ERR));
        }
    }
}
