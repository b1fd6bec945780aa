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
 * Where the student's program stands saddled: the next copies start while a test runs, for starting
 * one takes longer than asking it a question. Every copy has a folder of its own, and all are gone
 * when the stable closes.
 */
final class Stable implements AutoCloseable {
    /** One for each processor and one that is ready; more would slow down who is waited for. */
    private static final int AHEAD =
            Math.clamp(Runtime.getRuntime().availableProcessors() + 1, 3, 5);

    /** Lets the system choose the port. */
    static final List<String> ANY_PORT = List.of("0");

    private final Ready ready;
    private final Path folder;
    private final ExecutorService grooms = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<CompletableFuture<Started>> saddled = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Started> all = new ConcurrentLinkedQueue<>();
    private int toCome;

    /** @param needed how many copies with {@link #ANY_PORT} will be asked for */
    Stable(Ready ready, int needed) {
        this.ready = ready;
        this.toCome = needed;
        try {
            this.folder = Files.createTempDirectory("course-check-");
        } catch (IOException e) {
            throw Complaint.machine("cannot make a folder for the program under test: "
                    + e.getMessage());
        }
        saddle();
    }

    private void saddle() {
        while (toCome > 0 && saddled.size() < AHEAD) {
            toCome--;
            saddled.add(CompletableFuture.supplyAsync(() -> start(ANY_PORT), grooms));
        }
    }

    /** The first copy stays here, to see how long it takes to be ready. */
    synchronized Started first() {
        return joined(saddled.element());
    }

    synchronized Started next() {
        CompletableFuture<Started> next = saddled.poll();
        saddle();
        return next == null ? start(ANY_PORT) : joined(next);
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
    public void close() {
        toCome = 0;
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
