package course.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory a server and its children have, in bytes: what they share is counted once. Only
 * Linux tells, and it keeps its own part, the buffers of the sockets, to itself.
 */
final class Memory {
    private static final Path ALL = Path.of("/proc/meminfo");

    private Memory() {}

    static OptionalLong of(ProcessHandle server) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        long sum = 0;
        for (ProcessHandle process : family) {
            OptionalLong one = inLine("Pss:",
                    Path.of("/proc/" + process.pid() + "/smaps_rollup"));
            // a child may have ended meanwhile, and has no memory then
            if (one.isEmpty() && process.isAlive()) return OptionalLong.empty();
            sum += one.orElse(0);
        }
        return OptionalLong.of(sum);
    }

    /** Whether the machine has less left than it needs for itself: a tenth. */
    static boolean isShort() {
        OptionalLong all = inLine("MemTotal:", ALL);
        OptionalLong left = inLine("MemAvailable:", ALL);
        return all.isPresent() && left.isPresent() && left.getAsLong() < all.getAsLong() / 10;
    }

    /** {@code Pss:      1234 kB} */
    private static OptionalLong inLine(String name, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(l -> l.startsWith(name))
                    .mapToLong(l -> 1024 * Long.parseLong(l.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException notToldHere) {
            return OptionalLong.empty();
        }
    }
}
