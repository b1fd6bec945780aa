package course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What a program left behind, found by a mark that it carries in its name and its arguments. */
public final class Leftovers {
    /** A process that was killed is gone a moment later. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String mark;

    public Leftovers() {
        this(String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000)));
    }

    /** @param mark that stands in the name of a folder, say */
    public Leftovers(String mark) {
        this.mark = mark;
    }

    /** Nine digits, unless it was given. */
    public String mark() {
        return mark;
    }

    public void assertNone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            left = left();
        }
        assertEquals(List.of(), left);
    }

    /** Whether a process has this in its arguments, and the mark. */
    public boolean running(String argument) {
        return processes().stream().anyMatch(c -> c.contains(argument));
    }

    /** Waits until one is running. */
    public void awaitRunning(String argument, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!running(argument)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited for a process with " + argument + ", " + mark);
            }
            Thread.onSpinWait();
        }
    }

    private List<String> processes() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.map(Leftovers::commandLine).filter(c -> c.contains(mark)).toList();
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    private List<String> left() {
        List<String> left = new ArrayList<>(processes());
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(f -> f.getFileName().toString().startsWith("course-"))
                    .filter(this::holdsTheMark)
                    .forEach(f -> left.add(f.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }

    private boolean holdsTheMark(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(f -> f.toString().contains(mark));
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return false;
        }
    }

    private static String commandLine(Path process) {
        try {
            Path file = process.resolve("cmdline");
            return Files.exists(file)
                    ? process.getFileName() + Files.readString(file, StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException ended) {
            return "";
        }
    }
}
