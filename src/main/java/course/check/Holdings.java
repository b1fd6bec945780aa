package course.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a program and its children hold at one moment. Only Linux tells; elsewhere it is nothing,
 * and never too much.
 *
 * @param processes with the dead ones that nobody has buried
 */
public record Holdings(int sockets, int threads, int processes) {
    /** A runtime may start a few threads of its own at any time. */
    private static final int THREADS_OF_ITS_OWN = 12;

    private static final Path PROC = Path.of("/proc");
    private static final long GLANCE_NANOS = 2_000_000;
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    /** Hundredths of a second: more than what one message can cost. */
    private static final long MUCH_WORK = 20;

    /** So often in a row, what waits is found waiting. */
    private static final int LOOKS = 10;

    static Holdings of(long pid) {
        if (!Files.isDirectory(PROC.resolve(String.valueOf(pid)))) return new Holdings(0, 0, 0);
        return family(pid).map(Holdings::ofOne).reduce(new Holdings(0, 0, 0), Holdings::plus);
    }

    /** The program and its children: none of their threads runs or wants to. */
    static boolean atRest(long pid) {
        return family(pid).noneMatch(Holdings::busy);
    }

    /**
     * Waits until it is so at several looks in a row; false if it never is in this time, and it was
     * really at work: on a busy machine, who wants to run may have to wait for it.
     */
    static boolean awaitRest(long pid, Duration atMost) {
        long begun = System.nanoTime();
        long before = worked(pid);
        int looks = 0;
        while (looks < LOOKS) {
            LockSupport.parkNanos(GLANCE_NANOS);
            looks = atRest(pid) ? looks + 1 : 0;
            long waited = System.nanoTime() - begun;
            if (waited > atMost.toNanos() && worked(pid) - before >= MUCH_WORK
                    || waited > LONGEST_REST.toNanos()) {
                return looks == LOOKS;
            }
        }
        return true;
    }

    /** How long a processor has worked for the program and its children, in hundredths. */
    private static long worked(long pid) {
        return family(pid).mapToLong(Holdings::workedFor).sum();
    }

    private static long workedFor(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(words[11]) + Long.parseLong(words[12]);
        } catch (IOException itHasEndedOrNobodyTells) {
            return 0;
        }
    }

    private static Stream<Long> family(long pid) {
        return Stream.concat(Stream.of(pid), ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants).map(ProcessHandle::pid));
    }

    private static boolean busy(long pid) {
        try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
            return threads.anyMatch(Holdings::runs);
        } catch (IOException itHasEndedOrNobodyTells) {
            return false;
        }
    }

    /** {@code 1234 (name) R …}: the name may contain anything. */
    private static boolean runs(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'R';
        } catch (IOException itHasEnded) {
            return false;
        }
    }

    private static Holdings ofOne(long pid) {
        Path process = PROC.resolve(String.valueOf(pid));
        return new Holdings(sockets(process.resolve("fd")), entries(process.resolve("task")), 1);
    }

    private static int sockets(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return (int) all.filter(Holdings::isSocket).count();
        } catch (IOException itHasEndedOrIsNoneOfOurs) {
            return 0;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static int entries(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.count();
        } catch (IOException itHasEnded) {
            return 0;
        }
    }

    private Holdings plus(Holdings other) {
        return new Holdings(sockets + other.sockets, threads + other.threads,
                processes + other.processes);
    }

    /** The same, where only threads and processes are of interest. */
    Holdings withAnySockets() {
        return new Holdings(Integer.MAX_VALUE, threads, processes);
    }

    /** Looks until nothing is too much, or the time is up; answers with what it saw last. */
    Holdings awaitNoMore(long pid, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Holdings now = of(pid);
        while (now.tooMuch(this).isPresent() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE_NANOS);
            now = of(pid);
        }
        return now;
    }

    /** What there is more of than before, if anything. */
    Optional<String> tooMuch(Holdings before) {
        if (sockets > before.sockets) return more(sockets - before.sockets, "socket");
        if (processes > before.processes) return more(processes - before.processes, "process");
        if (threads > before.threads + THREADS_OF_ITS_OWN) {
            return more(threads - before.threads, "thread");
        }
        return Optional.empty();
    }

    private static Optional<String> more(int count, String what) {
        String plural = what.endsWith("s") ? "es" : "s";
        return Optional.of(count + " " + what + (count == 1 ? "" : plural)
                + " more than before");
    }
}
