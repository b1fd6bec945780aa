package course.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;
import course.script.Stamp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How one stands with every exercise: one file, {@code progress.json}, which several commands may
 * read and write at the same time. It is written whole or not at all.
 */
public final class Standings {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(5);

    private final Path file;
    private final Consumer<String> warning;

    /** @param warning is told in one line if the file was no such file, and where it is now */
    public Standings(Course course, Consumer<String> warning) {
        this.file = course.state().resolve("progress.json");
        this.warning = warning;
    }

    public Map<String, Standing> all() {
        return Files.exists(file) ? locked(this::read) : Map.of();
    }

    public Standing of(Exercise exercise) {
        return all().getOrDefault(exercise.name(), Standing.NONE);
    }

    public void mark(Exercise exercise, Report report) {
        update(exercise, s -> s.after(report, Instant.now()));
    }

    public void allHints(Exercise exercise, int hints) {
        update(exercise, s -> s.withHints(hints));
    }

    /** Takes one more of so many hints, and tells how many were given before. */
    public int nextHint(Exercise exercise, int hints) {
        return Math.min(
                hints,
                update(exercise, s -> s.withHints(Math.min(s.hints() + 1, hints))).hints());
    }

    /** Answers with how one stood before. */
    private Standing update(Exercise exercise, UnaryOperator<Standing> change) {
        return locked(() -> {
            Map<String, Standing> all = read();
            Standing before = all.getOrDefault(exercise.name(), Standing.NONE);
            all.put(exercise.name(), change.apply(before));
            Draft.replace(file, json(all));
            return before;
        });
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    /** One at a time, over all processes: the lock is another file, since this one is replaced. */
    private <T> T locked(Work<T> work) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                            FileChannel.open(
                                    file.resolveSibling("progress.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock _ = lock(channel)) {
                return work.done();
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot keep the marks in " + Course.shown(file) + ": " + e);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) return lock;
            } catch (OverlappingFileLockException anotherThreadHasIt) {
                // as if another process had it
            }
            LockSupport.parkNanos(LOCK_PAUSE.toNanos());
        }
        throw new IOException("somebody else has kept it locked for too long");
    }

    /** Called with the lock held. */
    private Map<String, Standing> read() throws IOException {
        if (!Files.exists(file)) return new TreeMap<>();
        try {
            return standings(new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException | Foreign e) {
            Path aside =
                    file.resolveSibling(
                            "progress-broken-" + Stamp.now() + ".json");
            Files.move(file, aside);
            warning.accept(
                    Course.shown(file) + " could not be read and is now " + Course.shown(aside)
                            + "; the marks begin anew");
            return new TreeMap<>();
        }
    }

    /** JSON, but not as it is written here. */
    private static final class Foreign extends RuntimeException {}

    private static Map<String, Standing> standings(JsonNode root) {
        JsonNode exercises = root.path("exercises");
        if (!exercises.isObject()) throw new Foreign();
        Map<String, Standing> all = new TreeMap<>();
        for (var e : exercises.properties()) all.put(e.getKey(), standing(e.getValue()));
        return all;
    }

    private static Standing standing(JsonNode node) {
        return new Standing(
                number(node, "best"),
                number(node, "max"),
                number(node, "last"),
                instant(node.path("checked")),
                number(node, "hints"));
    }

    private static int number(JsonNode node, String name) {
        JsonNode number = node.path(name);
        if (!number.canConvertToInt() || number.asInt() < 0) throw new Foreign();
        return number.asInt();
    }

    private static Optional<Instant> instant(JsonNode text) {
        try {
            return text.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text.asText()));
        } catch (DateTimeException e) {
            throw new Foreign();
        }
    }

    private static String json(Map<String, Standing> all) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ObjectNode exercises = root.putObject("exercises");
        all.forEach((name, standing) -> {
            ObjectNode node = exercises.putObject(name);
            node.put("best", standing.best());
            node.put("max", standing.max());
            node.put("last", standing.last());
            standing.checked().ifPresent(when -> node.put("checked", when.toString()));
            node.put("hints", standing.hints());
        });
        return root.toPrettyString() + "\n";
    }
}
