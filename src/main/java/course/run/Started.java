package course.run;

import course.script.Complaint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program while it runs and after: what it printed and when, whether it is ready, how it ended.
 */
public final class Started implements AutoCloseable {
    /** By this line every server of the course says that it can be called, and where. */
    public static final Pattern READINESS = Pattern.compile("listening on (\\S+) port (\\d{1,5})");

    /** More than this of either stream is read and forgotten. */
    private static final int KEPT = 256 * 1024;

    /** Whether a \\r belongs to the end of a line here, and is none that the program has sent. */
    private static final boolean ENDS_WITH_CR = System.lineSeparator().startsWith("\r");

    /** Where a line was printed. */
    public enum Stream {
        OUT,
        ERR
    }

    /**
     * One line as it was printed, without its end; {@code nanos} on the clock of {@link
     * System#nanoTime}.
     */
    public record Line(Stream stream, long nanos, String text) {}

    private final Process process;
    private final Consumer<Line> listener;
    private final List<Line> lines = new ArrayList<>();
    private int streamsOpen = 2;

    private Started(Process process, Consumer<Line> listener) {
        this.process = process;
        this.listener = listener;
    }

    /**
     * Starts one of our own programs: with the environment of this one, and nothing on its standard
     * input.
     */
    public static Started ours(
            Ready ready, List<String> arguments, Path folder, Consumer<Line> listener) {
        return start(builder(ready, arguments, folder), new byte[0], listener);
    }

    /**
     * Starts a program of someone else's: with an empty environment, in a folder of its own.
     *
     * @param input all that it can read from its standard input
     */
    public static Started strangers(
            Ready ready, List<String> arguments, Path folder, byte[] input) {
        ProcessBuilder builder = builder(ready, arguments, folder);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        return start(builder, input, line -> {});
    }

    private static ProcessBuilder builder(Ready ready, List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(ready.command());
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static Started start(
            ProcessBuilder builder, byte[] input, Consumer<Line> listener) {
        try {
            Process process = builder.start();
            if (input.length == 0) process.getOutputStream().close();
            else Thread.ofVirtual().start(() -> feed(process, input));
            Started started = new Started(process, listener);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> started.listen(Stream.OUT, process.getInputStream()));
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> started.listen(Stream.ERR, process.getErrorStream()));
            return started;
        } catch (IOException e) {
            throw Complaint.machine(
                    "cannot start " + builder.command().getFirst() + ": " + e.getMessage());
        }
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException itDoesNotWantItAll) {
            // what it does with what it has read is what counts
        }
    }

    private void listen(Stream stream, InputStream from) {
        try (var reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            int kept = 0;
            for (int c; (c = reader.read()) >= 0; ) {
                if (c == '\n') {
                    if (kept < KEPT) heard(stream, line.toString());
                    line.setLength(0);
                } else if (kept < KEPT && (c != '\r' || !ENDS_WITH_CR)) {
                    line.append((char) c);
                    kept++;
                }
            }
            if (!line.isEmpty()) heard(stream, line.toString());
        } catch (IOException theProgramWasKilled) {
            // what it had printed until then is kept
        } finally {
            synchronized (lines) {
                streamsOpen--;
                lines.notifyAll();
            }
        }
    }

    private void heard(Stream stream, String text) {
        Line line = new Line(stream, System.nanoTime(), text);
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
        listener.accept(line);
    }

    /** Waits for the readiness line and answers with the port that it names. */
    public int port(Duration patience) {
        Matcher said = await(Stream.OUT, READINESS, patience);
        return Integer.parseInt(said.group(2));
    }

    /** Waits for a line that contains this pattern. */
    public Matcher await(Stream stream, Pattern pattern, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (lines) {
            int seen = 0;
            while (true) {
                for (; seen < lines.size(); seen++) {
                    Matcher m = pattern.matcher(lines.get(seen).text());
                    if (lines.get(seen).stream() == stream && m.find()) return m;
                }
                if (streamsOpen == 0)
                    throw new Overdue(
                            "waited for a line \""
                                    + pattern
                                    + "\", but the program ended"
                                    + lastWords());
                if (!waitUntil(deadline)) {
                    throw new Overdue(
                            "waited "
                                    + patience.toMillis()
                                    + " ms for a line \""
                                    + pattern
                                    + "\""
                                    + lastWords());
                }
            }
        }
    }

    /**
     * Waits until the program has ended and all that it printed has been read, and answers with its
     * exit status.
     */
    public int exit(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Overdue(
                        "waited "
                                + patience.toMillis()
                                + " ms for the program to end"
                                + lastWords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overdue("interrupted while waiting for the program to end");
        }
        synchronized (lines) {
            // a child that lives on may hold the pipes open: what is there after the deadline is
            // what counts
            while (streamsOpen > 0 && waitUntil(deadline)) continue;
        }
        return process.exitValue();
    }

    /** Called with {@code lines} held; false if the time is up. */
    private boolean waitUntil(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) return false;
        try {
            lines.wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastWords() {
        List<Line> all = lines();
        return all.isEmpty()
                ? "; it printed nothing"
                : "; the last line it printed: " + all.getLast().text();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** All lines so far, both streams, in the order in which they came. */
    public List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public String text(Stream stream) {
        return lines().stream()
                .filter(l -> l.stream() == stream)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    /** Ends the program and whatever it started, at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
