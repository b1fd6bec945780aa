package course.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Leftovers;
import course.Needs;
import course.run.PrivateNetwork;
import course.run.Ready;
import course.run.Started;
import course.script.Course;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A check in a network of its own: the tool as its user starts it. */
class SecludedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Leftovers leftovers = new Leftovers();

    @TempDir Path folder;

    private Started check(String program) throws IOException {
        if (!PrivateNetwork.permitted()) Needs.missing("a private network is not permitted here");
        Path file = folder.resolve("Hostile" + leftovers.mark() + ".java");
        Files.writeString(file, program);
        return course("check", "GreetingServer", "--file", file.toString());
    }

    private Started course(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add("course.cli.Main");
        Path root = Course.find(Path.of("")).root();
        return Started.ours(new Ready(command), List.of(arguments), root, line -> {});
    }

    private void clean() throws IOException {
        leftovers.assertNone();
        try (var left = Files.list(folder)) {
            List<String> names = left.map(f -> f.getFileName().toString()).toList();
            assertEquals(List.of("Hostile" + leftovers.mark() + ".java"), names);
        }
    }

    @Test
    void whoIsCheckedReachesNobody() throws IOException {
        try (ServerSocket ours = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Started tool = check(
                        """
                        void main() throws Exception {
                            for (var place : java.net.NetworkInterface.networkInterfaces().toList())
                                if (!place.isLoopback()) IO.println("beyond: " + place);
                            new java.net.ServerSocket(
                                    0, 1, java.net.InetAddress.getByName("::1")).close();
                            IO.println("IPv6 is there");
                            try {
                                new java.net.Socket("127.0.0.1", %d).close();
                                IO.println("connected");
                            } catch (java.io.IOException e) {
                                IO.println(e.getMessage());
                            }
                        }
                        """
                                .formatted(ours.getLocalPort()))) {
            assertEquals(1, tool.exit(PATIENCE));
            String text = tool.text(Started.Stream.OUT);
            assertTrue(text.contains("stdout: IPv6 is there"), text);
            assertTrue(text.contains("stdout: Connection refused"), text);
            assertFalse(text.contains("stdout: beyond"), text);
            assertTrue(text.lines().anyMatch(l -> l.matches("Contained by: .*private network.*")));
            assertEquals("", tool.text(Started.Stream.ERR));
        }
        clean();
    }

    @Test
    void theExitStatusAndTheErrorsComeThrough() {
        try (Started tool = course("check", "Nothing")) {
            assertEquals(2, tool.exit(PATIENCE));
            assertTrue(tool.text(Started.Stream.ERR).startsWith("course: no exercise Nothing"));
        }
    }

    @Test
    void whoEndsTheToolEndsAllOfIt() throws IOException {
        try (Started tool = check("void main() throws Exception { Thread.sleep(60_000); }")) {
            awaitProgram();
            ProcessHandle.of(tool.pid()).orElseThrow().destroy();
            assertEquals(128 + 15, tool.exit(PATIENCE));
        }
        clean();
    }

    private void awaitProgram() {
        leftovers.awaitRunning("-Xmx64m", PATIENCE);
    }
}
