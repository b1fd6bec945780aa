package course.grade;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Feels how slow the machine is just now: a thread that sleeps and looks how much too long, and
 * then works for a moment and looks how long that took. What is waited for in vain while this one
 * waits, too, may have been late for the same reason.
 */
final class Pulse {
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration WORK = Duration.ofMillis(4);

    /** The shortest wait that counts against a program is ten times as long. */
    private static final Duration LATE = Duration.ofMillis(100);

    /** A second, the usual wait for a reply, is even then much for one that takes milliseconds. */
    private static final int SLOW = 5;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private volatile boolean late;

    Pulse() {
        Thread.ofPlatform().daemon().start(this::beat);
    }

    private void beat() {
        while (true) {
            long begun = System.nanoTime();
            LockSupport.parkNanos(REST.toNanos());
            long woken = System.nanoTime();
            long until = clock.getCurrentThreadCpuTime() + WORK.toNanos();
            while (clock.getCurrentThreadCpuTime() < until) Thread.onSpinWait();
            long worked = System.nanoTime() - woken;
            late |= woken - begun > REST.plus(LATE).toNanos()
                    || worked > WORK.multipliedBy(SLOW).toNanos();
        }
    }

    void begins() {
        late = false;
    }

    boolean wasLate() {
        return late;
    }
}
