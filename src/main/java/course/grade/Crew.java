package course.grade;

import course.run.Scratch;
import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The workers, and who gives them their tasks. */
final class Crew implements AutoCloseable {
    private static final String PREFIX = "course-grade-";

    private final Course course;
    private final Safety safety;
    private final Duration aTask;
    private final Scratch scratch;
    private final Path note;
    private final Thread onCtrlC;

    /** Something that a worker is to do for somebody. */
    record Job<T>(T whose, Task task) {}

    /** What became of it. */
    interface Done<T> {
        void outcome(Job<T> job, Outcome outcome);

        /** Its worker died, or had to be ended. */
        void broke(Job<T> job, String how);
    }

    /** @param out where a note lies of what a killed run has left behind elsewhere */
    Crew(Course course, Safety safety, Path out, Duration aTask) {
        this.course = course;
        this.safety = safety;
        this.aTask = aTask;
        note = out.resolve(".scratch");
        clearAfterTheKilled();
        scratch = Scratch.named(PREFIX);
        onCtrlC = new Thread(this::clear);
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            Files.writeString(note, scratch.folder().toString());
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + Course.shown(note) + ": " + e.getMessage());
        }
    }

    private void clearAfterTheKilled() {
        try {
            if (!Files.exists(note)) return;
            Path left = Path.of(Files.readString(note).strip());
            // it may stand in a folder that came from elsewhere: only what is ours goes
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            boolean ours = temporary.equals(left.getParent())
                    && left.getFileName().toString().startsWith(PREFIX)
                    && Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS);
            if (ours) new Scratch(left).close();
            Files.delete(note);
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(note) + ": " + e.getMessage());
        }
    }

    /** Does all of them, by so many at a time; what goes wrong with us ends it. */
    <T> void work(List<Job<T>> jobs, int workers, Done<T> done) {
        if (jobs.isEmpty()) return;
        Queue<Job<T>> queue = new ConcurrentLinkedQueue<>(jobs);
        // a worker ends with the thread that started it
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<CompletableFuture<Void>> all = IntStream.range(0, workers)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> work(queue, done), threads))
                    .toList();
            for (CompletableFuture<Void> one : all) {
                one.exceptionally(e -> {
                    queue.clear();
                    throw e instanceof CompletionException c ? c : new CompletionException(e);
                });
            }
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException ours) throw ours;
            throw e;
        }
    }

    private <T> void work(Queue<Job<T>> queue, Done<T> done) {
        Worker worker = null;
        try {
            for (Job<T> job; (job = queue.poll()) != null; ) {
                if (worker == null) worker = hire();
                try {
                    done.outcome(job, worker.does(job.task(), aTask));
                } catch (Worker.Broke e) {
                    worker.close();
                    worker = null;
                    done.broke(job, e.getMessage());
                }
            }
        } finally {
            if (worker != null) worker.close();
        }
    }

    private Worker hire() {
        Path shelf = scratch.folder().resolve("built");
        return new Worker(course, scratch.closet(), shelf, safety);
    }

    private void clear() {
        scratch.close();
        // where somebody still writes, the next run clears away
        if (Files.exists(scratch.folder())) return;
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            // the next run finds it, and that there is nothing to clear
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException itRunsAlready) {
            // then it does the same
        }
    }
}
