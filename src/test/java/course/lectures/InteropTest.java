package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;
import course.script.Program;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Any client talks to any server, in any language, by any of the names of this machine, in the same
 * bytes.
 */
class InteropTest {
    private record Host(String serverAddress, String clientHost) {}

    private static final List<Host> HOSTS =
            List.of(
                    new Host("127.0.0.1", "127.0.0.1"),
                    new Host("::1", "::1"),
                    new Host("127.0.0.1", "localhost"));

    @TestFactory
    List<DynamicTest> everyClientTalksToEveryServer() {
        List<DynamicTest> tests = new ArrayList<>();
        List<Program> servers = new ArrayList<>(Stage.COURSE.programs("simple-server").values());
        servers.addAll(Stage.COURSE.programs("simple-server-channel").values());
        for (Host host : HOSTS) {
            for (Program server : servers) {
                for (Language client : Language.values()) {
                    String name =
                            client.label()
                                    + " calls "
                                    + server.file().getFileName()
                                    + " by "
                                    + host.clientHost();
                    tests.add(DynamicTest.dynamicTest(name, () -> converse(server, client, host)));
                }
            }
        }
        return tests;
    }

    private static void converse(Program serving, Language calling, Host host) throws IOException {
        Stage.needs(host.serverAddress());
        try (Started server = Stage.start(serving, "0", host.serverAddress());
                Relay relay = new Relay(host.serverAddress(), server.port(Stage.PATIENCE));
                Started client =
                        Stage.start(
                                "simple-client",
                                calling,
                                host.clientHost(),
                                String.valueOf(relay.port()))) {
            assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
            assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
            assertEquals("from server: back to ya client", client.text(Stream.OUT));
            assertEquals(
                    "listening on "
                            + host.serverAddress()
                            + " port "
                            + relay.serverPort()
                            + "\nfrom client: hello server",
                    server.text(Stream.OUT));
            assertEquals("hello server", relay.fromClient(Stage.PATIENCE));
            assertEquals("back to ya client", relay.fromServer(Stage.PATIENCE));
        }
    }

    /** What is left of a rung when all is equal but how it waits: its bytes. */
    @TestFactory
    List<DynamicTest> theClientOfTheRecordsTalksToEveryRung() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Program rung : LadderTest.servers()) {
            for (Language client : Language.values()) {
                String name = client.label() + " calls " + rung.file().getFileName();
                tests.add(DynamicTest.dynamicTest(name, () -> climb(rung, client)));
            }
        }
        return tests;
    }

    private static void climb(Program rung, Language calling) {
        try (Started server = Stage.start(rung, "0", "127.0.0.1", "1")) {
            String port = String.valueOf(server.port(Stage.PATIENCE));
            try (Started client =
                    Stage.start("eighty-byte-client", calling, "127.0.0.1", port)) {
                assertEquals(0, client.exit(Stage.PATIENCE), () -> client.text(Stream.ERR));
                assertEquals(0, server.exit(Stage.PATIENCE), () -> server.text(Stream.ERR));
                assertEquals(
                        "from server: I am server and this is my message",
                        client.text(Stream.OUT));
            }
        }
    }
}
