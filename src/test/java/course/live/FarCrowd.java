package course.live;

import org.HdrHistogram.Histogram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A crowd in a process of its own, so that it is not in the server's way, nor in the lecturer's. A
 * step whose title is the time at which it was sent is measured; both processes have one clock.
 */
final class FarCrowd implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader from;

    /** @param stuck connections that get nowhere, besides */
    FarCrowd(int port, int pages, int stuck) throws IOException {
        process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"),
                FarCrowd.class.getName(), "" + port, "" + pages, "" + stuck)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        from = process.inputReader(StandardCharsets.UTF_8);
        String said = from.readLine();
        if (!"they follow".equals(said)) throw new IOException("the crowd says " + said);
    }

    /** How long it took every page to hear those that were measured, in microseconds. */
    Histogram heard(int steps) throws IOException {
        process.outputWriter().append("" + steps).append('\n').flush();
        String said = from.readLine();
        if (said == null || !said.startsWith("heard")) throw new IOException("it says " + said);
        Histogram micros = micros();
        Arrays.stream(said.substring("heard".length()).split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> micros.recordValue(Long.parseLong(word)));
        return micros;
    }

    static Histogram micros() {
        return new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** @param arguments port, pages, stuck connections; how many steps to wait for is read */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        List<Long> micros = new ArrayList<>();
        Crowd.Ear ear = (n, title, nanos) -> {
            if (title.matches("\\d+")) micros.add((nanos - Long.parseLong(title)) / 1000);
        };
        try (Stuck _ = new Stuck(port, Integer.parseInt(arguments[2]));
                Crowd crowd = new Crowd(port, pages, ear).start()) {
            missing(crowd.follow(deadline()));
            IO.println("they follow");
            int steps = Integer.parseInt(IO.readln());
            missing(crowd.heard(steps, deadline()));
            StringBuilder all = new StringBuilder("heard");
            micros.forEach(m -> all.append(' ').append(m));
            IO.println(all);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    private static void missing(List<Crowd.Page> pages) throws IOException {
        if (pages.isEmpty()) return;
        throw new IOException(pages.size() + " pages, such as " + pages.getFirst());
    }
}
