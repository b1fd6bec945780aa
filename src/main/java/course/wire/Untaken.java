package course.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What one side of a connection has sent and the other has not yet read. Linux shows it, so there a
 * pause ends when the server has really read; elsewhere a pause is a few milliseconds, which is
 * nearly always enough.
 */
final class Untaken {
    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));
    private static final Duration ELSEWHERE = Duration.ofMillis(10);
    private static final long GLANCE_NANOS = 100_000;

    /** As the tables end an endpoint: {@code :D2A0}. */
    private final String from;
    private final String to;

    /**
     * The tables in which the receiver may stand: reading one costs milliseconds, so the other is
     * dropped early.
     */
    private List<Path> tables;

    /** @param from the port of the sender, {@code to} that of the receiver, both on this machine */
    Untaken(int from, int to) {
        this(from, to, TABLES.stream().filter(Files::isReadable).toList());
    }

    private Untaken(int from, int to, List<Path> tables) {
        this.from = ":%04X".formatted(from);
        this.to = ":%04X".formatted(to);
        this.tables = tables;
    }

    /** Of what has a path and no ports, no table tells. */
    static Untaken nowhereTold() {
        return new Untaken(0, 0, List.of());
    }

    /**
     * Waits until the receiver has read everything; false if it has not in this time, or its end is
     * gone.
     */
    boolean awaitNothing(Duration atMost) {
        if (tables.isEmpty()) {
            LockSupport.parkNanos(ELSEWHERE.toNanos());
            return true;
        }
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < atMost.toNanos()) {
            OptionalLong bytes = bytes();
            if (bytes.isEmpty()) return false;
            if (bytes.getAsLong() == 0) return true;
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return false;
    }

    /** Waits until the receiver's end is gone, as it is once a reset has come through. */
    void awaitGone(Duration atMost) {
        long begun = System.nanoTime();
        while (bytes().isPresent() && System.nanoTime() - begun < atMost.toNanos()) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** In the receiver's queue, if there is a receiver. */
    private OptionalLong bytes() {
        for (Path table : tables) {
            OptionalLong bytes = in(table);
            if (bytes.isEmpty()) continue;
            tables = List.of(table);
            return bytes;
        }
        return OptionalLong.empty();
    }

    private OptionalLong in(Path table) {
        try {
            return Files.readAllLines(table).stream().flatMapToLong(l -> inLine(l).stream())
                    .findFirst();
        } catch (IOException notToldAfterAll) {
            return OptionalLong.empty();
        }
    }

    /**
     * {@code 12: 0100007F:A3F4 0100007F:D2A0 01 00000000:00000005 …}: number, here, there, state,
     * sent:received.
     */
    private OptionalLong inLine(String line) {
        // nearly every line is of others, and to take one to pieces costs more than to read it
        if (!line.contains(from)) return OptionalLong.empty();
        String[] column = line.strip().split("\\s+", 6);
        if (column.length < 6 || !column[1].endsWith(to) || !column[2].endsWith(from)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(column[4].substring(column[4].indexOf(':') + 1), 16));
    }
}
