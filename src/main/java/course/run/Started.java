package course.run;

import course.script.Complaint;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    /** By this one, a server that has a path instead of an address and a port says the same. */
    public static final Pattern READINESS_ON_PATH = Pattern.compile("^listening on (.+)$");

    /** So many bytes are kept as they were printed, for whom lines of text are not exact enough. */
    private static final int KEPT_BYTES = 256 * 1024;

    /** A longer line is heard in pieces. */
    private static final int LONGEST_LINE = 32 * 1024;

    /** Between the end of a read and the word of it is a moment: one glance may fall into that. */
    private static final int QUIET_GLANCES = 2;

    private static final long GLANCE_NANOS = 200_000;

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

    /** Somebody who waits for a line; found as it comes, for it may not be kept. */
    private static final class Awaited {
        private final Stream stream;
        private final Pattern pattern;
        private Matcher found;

        Awaited(Stream stream, Pattern pattern) {
            this.stream = stream;
            this.pattern = pattern;
        }

        boolean isIn(Line line) {
            if (line.stream() != stream) return false;
            Matcher m = pattern.matcher(line.text());
            if (m.find()) found = m;
            return found != null;
        }
    }

    private final Process process;
    private final Consumer<Line> listener;
    private final Consumer<Process> end;

    /** The lock, too. */
    private final Map<Stream, Heard> heard = new EnumMap<>(Stream.class);

    /** The first bytes on stdout. */
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** Whoever asks for the port may ask late. */
    private final Awaited readiness = new Awaited(Stream.OUT, READINESS);

    private final List<Awaited> awaited = new ArrayList<>(List.of(readiness));
    private int streamsOpen = 2;

    /** Whether all that was read from stdout has been heard, and the next read has begun. */
    private volatile boolean listening;

    private Started(Process process, Consumer<Line> listener, Consumer<Process> end) {
        this.process = process;
        this.listener = listener;
        this.end = end;
        for (Stream stream : Stream.values()) heard.put(stream, new Heard());
    }

    /**
     * Starts one of our own programs: with the environment of this one, and nothing on its standard
     * input.
     */
    public static Started ours(
            Ready ready, List<String> arguments, Path folder, Consumer<Line> listener) {
        List<String> command = new ArrayList<>(ready.command());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        return start(builder, new byte[0], listener, Started::endTree);
    }

    /**
     * Starts a program of someone else's: contained, with an empty environment, in a folder of its
     * own. At the latest it ends with the thread that calls this: on Linux, that thread counts as
     * the parent with which it is to die.
     *
     * @param input all that it can read from its standard input
     */
    public static Started strangers(Ready ready, List<String> arguments, Path folder,
            byte[] input, Containment containment) {
        ProcessBuilder builder = new ProcessBuilder(containment.around(ready, arguments, folder));
        builder.directory(folder.toFile());
        builder.environment().clear();
        for (String variable : Containment.ENVIRONMENT) {
            String[] named = variable.split("=", 2);
            builder.environment().put(named[0], named[1]);
        }
        Started started = start(builder, input, line -> {}, p -> containment.end(p, folder));
        started.process.onExit().thenAccept(p -> containment.afterwards(p, folder));
        return started;
    }

    private static Started start(ProcessBuilder builder, byte[] input, Consumer<Line> listener,
            Consumer<Process> end) {
        try {
            Process process = builder.start();
            if (input.length == 0) process.getOutputStream().close();
            else Thread.ofVirtual().start(() -> feed(process, input));
            Started started = new Started(process, listener, end);
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

    private static void endTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void listen(Stream stream, InputStream from) {
        InputStream source = stream == Stream.OUT ? new Noticed(from) : from;
        try (var reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            char[] some = new char[8192];
            for (int count; (count = reader.read(some)) >= 0; ) {
                for (int i = 0; i < count; i++) {
                    char c = some[i];
                    if (c != '\n' && (c != '\r' || !ENDS_WITH_CR)) line.append(c);
                    if (c == '\n' || line.length() == LONGEST_LINE) {
                        heard(stream, line.toString());
                        line.setLength(0);
                    }
                }
            }
            if (!line.isEmpty()) heard(stream, line.toString());
        } catch (IOException theProgramWasKilled) {
            // what it had printed until then is kept
        } finally {
            if (stream == Stream.OUT) listening = true;
            synchronized (heard) {
                streamsOpen--;
                heard.notifyAll();
            }
        }
    }

    /** Keeps the bytes, and says when nothing is on its way from the pipe to those who listen. */
    private final class Noticed extends FilterInputStream {
        Noticed(InputStream from) {
            super(from);
        }

        @Override
        public int read(byte[] some, int offset, int length) throws IOException {
            listening = true;
            try {
                int count = in.read(some, offset, length);
                int room = KEPT_BYTES - printed.size();
                if (count > 0) printed.write(some, offset, Math.min(count, room));
                return count;
            } finally {
                listening = false;
            }
        }
    }

    /**
     * Waits until all that this program has printed on stdout so far has been heard: what another
     * one prints because of it then comes later, even if its reader is the quicker one.
     */
    public void catchUp(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        int quiet = 0;
        while (quiet < QUIET_GLANCES && System.nanoTime() < deadline) {
            quiet = nothingIsOnItsWay() ? quiet + 1 : 0;
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private boolean nothingIsOnItsWay() {
        try {
            return listening && process.getInputStream().available() == 0;
        } catch (IOException closed) {
            return true;
        }
    }

    private void heard(Stream stream, String text) {
        Line line = new Line(stream, System.nanoTime(), text);
        synchronized (heard) {
            heard.get(stream).add(line);
            for (Awaited one : awaited) {
                if (one.found == null && one.isIn(line)) heard.notifyAll();
            }
        }
        listener.accept(line);
    }

    /** Waits for the readiness line and answers with the port that it names. */
    public int port(Duration patience) {
        synchronized (heard) {
            return Integer.parseInt(await(readiness, patience).group(2));
        }
    }

    /** Waits for the readiness line of a server that has a path, and answers with that. */
    public String path(Duration patience) {
        return await(Stream.OUT, READINESS_ON_PATH, patience).group(1);
    }

    /** Waits for a line that contains this pattern. */
    public Matcher await(Stream stream, Pattern pattern, Duration patience) {
        Awaited wanted = new Awaited(stream, pattern);
        synchronized (heard) {
            for (Line line : heard.get(stream).lines()) if (wanted.isIn(line)) return wanted.found;
            awaited.add(wanted);
            try {
                return await(wanted, patience);
            } finally {
                awaited.remove(wanted);
            }
        }
    }

    /** Called with {@code heard} held. */
    private Matcher await(Awaited wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (wanted.found == null) {
            if (streamsOpen == 0) throw neverCame(wanted.pattern, ", but the program ended");
            if (!waitUntil(deadline)) throw neverCame(wanted.pattern, patience);
        }
        return wanted.found;
    }

    private Overdue neverCame(Pattern pattern, Duration patience) {
        String waited = "waited " + patience.toMillis() + " ms for a line \"";
        return new Overdue(waited + pattern + "\"" + lastWords());
    }

    private Overdue neverCame(Pattern pattern, String why) {
        return new Overdue("waited for a line \"" + pattern + "\"" + why + lastWords());
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
        synchronized (heard) {
            // a child that lives on may hold the pipes open: what is there after the deadline is
            // what counts
            while (streamsOpen > 0 && waitUntil(deadline)) continue;
        }
        return process.exitValue();
    }

    /** Called with {@code heard} held; false if the time is up. */
    private boolean waitUntil(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) return false;
        try {
            heard.wait(left);
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

    /**
     * The lines so far, both streams, in the order in which they came. Of a flood, its beginning
     * and its end, and between them a line that says so.
     */
    public List<Line> lines() {
        synchronized (heard) {
            return heard.values().stream()
                    .flatMap(h -> h.lines().stream())
                    .sorted(Comparator.comparingLong(Line::nanos))
                    .toList();
        }
    }

    /** The bytes on stdout as they are; of very many, the first. */
    public byte[] printed() {
        return printed.toByteArray();
    }

    /** Of so many lines on stdout, those that {@link #lines} would give back. */
    public static List<String> kept(List<String> printed) {
        Heard heard = new Heard();
        printed.forEach(text -> heard.add(new Line(Stream.OUT, 0, text)));
        return heard.lines().stream().map(Line::text).toList();
    }

    /** No more than so many of the lines: from both ends, and between them one that says so. */
    public List<Line> excerpt(int most) {
        List<Line> all = lines();
        if (all.size() <= most) return all;
        int last = most / 4;
        int first = most - last - 1;
        Line next = all.get(all.size() - last);
        String mark = "[... %d lines are left out ...]".formatted(all.size() - most + 1);
        List<Line> lines = new ArrayList<>(all.subList(0, first));
        lines.add(new Line(next.stream(), next.nanos(), mark));
        lines.addAll(all.subList(all.size() - last, all.size()));
        return lines;
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
        end.accept(process);
    }

    /** Ends it as {@link #close} does, and waits until it is gone. */
    public void end(Duration patience) {
        close();
        try {
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
