package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.Needs;
import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;
import course.script.Program;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
        if (host.serverAddress().contains(":")) needsIpv6();
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

    private static void needsIpv6() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
        } catch (IOException e) {
            Needs.missing("this machine has no ::1: " + e.getMessage());
        }
    }
}
