package course.lectures;

import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Workshop;
import course.script.Course;
import course.script.Language;
import course.script.Program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the programs of the lectures are put to the test: the real course, one workshop, one
 * patience.
 */
final class Stage {
    static final Course COURSE = Course.find(Path.of(""));
    static final List<String> LOOPBACKS = List.of("127.0.0.1", "::1");
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Workshop WORKSHOP =
            new Workshop(Path.of("target", "built").toAbsolutePath());

    private Stage() {}

    static Ready ready(Program program) {
        Needs.language(program.language());
        return WORKSHOP.prepare(program.file());
    }

    static Started start(Program program, String... arguments) {
        return Started.ours(ready(program), List.of(arguments), COURSE.root(), line -> {});
    }

    /** An address of this machine, of which not every machine has both families. */
    static void needs(String address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        } catch (IOException e) {
            Needs.missing("this machine has no " + address + ": " + e.getMessage());
        }
    }

    static Started start(String name, Language language, String... arguments) {
        return start(COURSE.programs(name).get(language), arguments);
    }
}
