package course.check;

import course.run.Ready;
import course.run.Started;
import course.script.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Where the copies of the student's program stand. Starting one takes longer than asking it a
 * question, so a copy that has passed a test may serve the next one, too. Every copy has a folder
 * of its own, and all are gone when the stable closes.
 */
final class Stable implements AutoCloseable {
    /** Lets the system choose the port. */
    static final List<String> ANY_PORT = List.of("0");

    private final Ready ready;
    private final Path folder;
    private final ExecutorService grooms = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Started> waiting = new ConcurrentLinkedDeque<>();
    private final Set<Started> served = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Started> all = new ConcurrentLinkedQueue<>();
    private final Thread onCtrlC = new Thread(() -> all.forEach(Started::close));

    Stable(Ready ready) {
        this.ready = ready;
        try {
            this.folder = Files.createTempDirectory("course-check-");
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder for the program under test: "
                    + e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(onCtrlC);
    }

    /** A copy that waits for its next test, if there is one, unless it must be fresh. */
    Started next(boolean fresh) {
        for (Started kept; !fresh && (kept = waiting.poll()) != null; ) {
            if (kept.alive()) return kept;
        }
        return start(ANY_PORT);
    }

    /** Keeps a copy for whoever asks next. */
    void keep(Started program) {
        waiting.push(program);
    }

    /** Takes back a copy that is as good as new, as far as one can tell. */
    void giveBack(Started program) {
        served.add(program);
        keep(program);
    }

    boolean hasServed(Started program) {
        return served.contains(program);
    }

    Started start(List<String> arguments) {
        return start(arguments, new byte[0]);
    }

    /** @param input all that the program can read from its standard input */
    Started start(List<String> arguments, byte[] input) {
        try {
            Started started = Started.strangers(ready, arguments,
                    Files.createTempDirectory(folder, "run-"), input);
            all.add(started);
            return started;
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder for the program under test: "
                    + e.getMessage());
        }
    }

    /** Ends a copy without waiting for it. */
    void dismiss(Started started) {
        grooms.execute(started::close);
    }

    @Override
    public void close() {
        all.stream().filter(Started::alive).forEach(this::dismiss);
        grooms.close();
        removeHook();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException theProgramStillWrites) {
            folder.toFile().deleteOnExit();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException itRunsAlready) {
            // then the tool ends anyway
        }
    }
}
