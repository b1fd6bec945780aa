package course.check;

import course.run.Ready;
import course.run.Started;
import course.script.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Where the student's program stands saddled: the next copy starts while a test runs, for starting
 * one takes longer than asking it a question. A copy that has passed a test may serve the next one,
 * too. Every copy has a folder of its own, and all are gone when the stable closes.
 */
final class Stable implements AutoCloseable {
    /** One to ride and one to spare; more would slow down who is waited for. */
    private static final int AHEAD = 2;

    /**
     * A copy that listens.
     *
     * @param used whether it has served another test before, and passed it
     */
    record Mount(Started program, boolean used) {}

    /** Lets the system choose the port. */
    static final List<String> ANY_PORT = List.of("0");

    private final Ready ready;
    private final Path folder;
    private final ExecutorService grooms = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<CompletableFuture<Started>> saddled = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Started> all = new ConcurrentLinkedQueue<>();
    private final Deque<Started> returned = new ArrayDeque<>();
    private boolean closing;

    Stable(Ready ready) {
        this.ready = ready;
        try {
            this.folder = Files.createTempDirectory("course-check-");
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder for the program under test: "
                    + e.getMessage());
        }
        saddle();
    }

    private void saddle() {
        while (!closing && saddled.size() < AHEAD) {
            saddled.add(CompletableFuture.supplyAsync(() -> start(ANY_PORT), grooms));
        }
    }

    /** The first copy stays here, to see how long it takes to be ready. */
    synchronized Started first() {
        return joined(saddled.element());
    }

    /** A copy that has just passed a test, if there is one and {@code fresh} does not forbid it. */
    synchronized Mount next(boolean fresh) {
        while (!fresh && !returned.isEmpty()) {
            Started program = returned.pop();
            if (program.alive()) return new Mount(program, true);
        }
        CompletableFuture<Started> next = saddled.remove();
        saddle();
        return new Mount(joined(next), false);
    }

    /** Takes back a copy that is as good as new, as far as one can tell. */
    synchronized void giveBack(Started program) {
        returned.push(program);
    }

    private static Started joined(CompletableFuture<Started> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Complaint complaint) throw complaint;
            throw e;
        }
    }

    Started start(List<String> arguments) {
        try {
            Started started = Started.strangers(ready, arguments,
                    Files.createTempDirectory(folder, "run-"));
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
    public synchronized void close() {
        closing = true;
        saddled.forEach(CompletableFuture::join);
        all.stream().filter(Started::alive).forEach(this::dismiss);
        grooms.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException theProgramStillWrites) {
            folder.toFile().deleteOnExit();
        }
    }
}
