package course;

import course.script.Course;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tool as a process that one types to and reads from while it runs. */
public final class Typed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final StringBuilder unread = new StringBuilder();
    private boolean open = true;

    private Typed(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** @param before what runs the command, if not the machine itself: {@code sh -c …} */
    public static Typed in(Course course, List<String> before, String... arguments)
            throws IOException {
        return of("course.cli.Main", course, before, arguments);
    }

    /** The same for a program of its own, of those that the tool starts through JBang. */
    public static Typed of(String main, Course course, List<String> before, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main));
        command.addAll(List.of(arguments));
        return new Typed(
                new ProcessBuilder(command)
                        .directory(course.root().toFile())
                        .redirectErrorStream(true)
                        .start());
    }

    private void read() {
        char[] some = new char[4096];
        try (Reader from =
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int n; (n = from.read(some)) >= 0; ) {
                synchronized (unread) {
                    unread.append(some, 0, n);
                    unread.notifyAll();
                }
            }
        } catch (IOException killed) {
            // what was read until then counts
        } finally {
            synchronized (unread) {
                open = false;
                unread.notifyAll();
            }
        }
    }

    /** Reads on until this was printed, and answers with all up to its end. */
    public String until(String pattern) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (unread) {
            while (true) {
                Matcher m = Pattern.compile(pattern).matcher(unread);
                if (m.find()) {
                    String read = unread.substring(0, m.end());
                    unread.delete(0, m.end());
                    return read;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (!open || left <= 0)
                    throw new AssertionError("no \"" + pattern + "\", only:\n" + unread);
                unread.wait(left);
            }
        }
    }

    public void types(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public void endsInput() throws IOException {
        process.getOutputStream().close();
    }

    /** What it prints until it ends by itself. */
    public String rest() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("it goes on, after:\n" + unread);
        synchronized (unread) {
            while (open) unread.wait(PATIENCE.toMillis());
            return unread.toString();
        }
    }

    public int status() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
