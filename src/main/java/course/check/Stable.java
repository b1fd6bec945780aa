package course.check;

import course.run.Containment;
import course.run.Ready;
import course.run.Scratch;
import course.run.Started;
import course.script.Complaint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where the copies of the student's program stand. Starting one takes longer than asking it a
 * question, so a copy that has passed a test may serve the next one, too. Every copy has a folder
 * of its own, and all are gone when the stable closes.
 */
final class Stable implements AutoCloseable {
    /** Lets the system choose the port. */
    static final List<String> ANY_PORT = List.of("0");

    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    private final Ready ready;
    private final Containment containment;
    private final Scratch scratch = Scratch.named("course-check-");
    private final ExecutorService grooms = Executors.newVirtualThreadPerTaskExecutor();

    /** All are started by one thread, which lives as long as they may. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor();

    private final ConcurrentLinkedDeque<Started> waiting = new ConcurrentLinkedDeque<>();
    private final Set<Started> served = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Started> all = new ConcurrentLinkedQueue<>();
    private final Thread onCtrlC = new Thread(this::clear);

    Stable(Ready ready, Containment containment) {
        this.ready = ready;
        this.containment = containment;
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
        return start(ready, arguments, input);
    }

    /** @param shared a folder in which the program and the check see the same files */
    Started startSharing(Path shared, List<String> arguments) {
        return start(ready.sharing(shared), arguments, new byte[0]);
    }

    /** A folder to share with a program, one of many. */
    Path closet() {
        return scratch.closet();
    }

    private Started start(Ready program, List<String> arguments, byte[] input) {
        try {
            return CompletableFuture
                    .supplyAsync(() -> startHere(program, arguments, input), starter)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Complaint complaint) throw complaint;
            throw e;
        }
    }

    private Started startHere(Ready program, List<String> arguments, byte[] input) {
        Started started = Started.strangers(
                program, arguments, scratch.room(), input, containment);
        all.add(started);
        return started;
    }

    /** Ends a copy without waiting for it. */
    void dismiss(Started started) {
        grooms.execute(started::close);
    }

    @Override
    public void close() {
        all.forEach(this::dismiss);
        grooms.close();
        starter.close();
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException itRunsAlready) {
            // then it does the same
        }
    }

    private void clear() {
        all.forEach(started -> started.end(LAST_BREATH));
        scratch.close();
    }
}
