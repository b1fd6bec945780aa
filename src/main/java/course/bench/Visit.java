package course.bench;

import course.run.Overdue;
import course.run.Ready;
import course.run.Started;
import course.script.Complaint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** One rung in one round: started, warmed up, measured, ended. */
final class Visit implements AutoCloseable {
    /** A server needs a little more than its connections: its libraries, its selector. */
    private static final int OTHER_FILES = 64;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration TO_SETTLE = Duration.ofMillis(100);
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private final Plan plan;
    private final Consumer<String> progress;
    private final Started server;
    private final Thread onCtrlC;
    private final OpenFiles files;

    Visit(Ready ready, Plan plan, OpenFiles files, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.files = files;
        server = Started.ours(files.raised(ready), List.of("0"), Path.of("").toAbsolutePath(),
                line -> {});
        onCtrlC = new Thread(server::close);
        Runtime.getRuntime().addShutdownHook(onCtrlC);
    }

    Findings measure() {
        Findings findings = new Findings();
        try {
            InetSocketAddress at = new InetSocketAddress(
                    InetAddress.ofLiteral("127.0.0.1"), server.port(Plan.TO_START));
            progress.accept("warming up");
            try (Callers callers = Callers.of(at)) {
                callers.connections(plan.warmUp(), 0, Plan.WARM_UP_CONNECTIONS);
            }
            progress.accept("connections");
            try (Callers callers = Callers.of(at)) {
                findings.put(Measure.CONNECTIONS, Finding.of(callers.connections(
                        plan.time(), Plan.FEWEST_CONNECTIONS, Plan.MOST_CONNECTIONS)));
            }
            try (Callers callers = Callers.of(at)) {
                climb(callers, findings);
            }
        } catch (Unfit e) {
            findings.rest(plan, because(e.getMessage()));
        } catch (Overdue e) {
            findings.rest(plan, because("does not listen"));
        }
        return findings;
    }

    /** More and more of them, until the server can carry no more. */
    private void climb(Callers callers, Findings findings) throws Unfit {
        int open = 0;
        for (int wanted : plan.connections()) {
            progress.accept(wanted + " open");
            files.mustSuffice(wanted + OTHER_FILES);
            OptionalLong before = memory();
            callers.open(wanted, Plan.TO_OPEN, this::mayGoOn);
            settle();
            findings.put(Measure.MEMORY, perConnection(before, memory(), wanted - open));
            open = wanted;
            Histogram latencies = new Histogram(LONGEST.toNanos(), 3);
            double rate =
                    callers.roundTrips(plan.time().dividedBy(2), plan.time(), latencies);
            findings.put(Measure.roundTrips(wanted), Finding.of(rate));
            findings.put(Measure.median(wanted), millis(latencies, 50));
            findings.put(Measure.tail(wanted), millis(latencies, 99));
        }
    }

    private static Finding millis(Histogram latencies, double percentile) {
        return latencies.getTotalCount() == 0 ? Finding.none("no answer in time")
                : Finding.of(latencies.getValueAtPercentile(percentile) / 1e6);
    }

    private OptionalLong memory() {
        return Memory.of(ProcessHandle.of(server.pid()).orElseThrow());
    }

    private static Finding perConnection(OptionalLong before, OptionalLong after, int count) {
        if (before.isEmpty() || after.isEmpty()) return Finding.none("not told here");
        return Finding.of(Math.max(0, (after.getAsLong() - before.getAsLong()) / 1024.0 / count));
    }

    private void mayGoOn(int open) throws Unfit {
        if (Memory.isShort()) throw new Unfit("no memory for more than " + open);
    }

    private static void settle() {
        try {
            TimeUnit.NANOSECONDS.sleep(TO_SETTLE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while measuring");
        }
    }

    /** If the server itself has said why, that tells more; a JVM's remarks do not. */
    private String because(String what) {
        Optional<String> said = server.lines().stream()
                .filter(l -> l.stream() == Started.Stream.ERR && !l.text().isBlank()
                        && !l.text().startsWith("WARNING: "))
                .map(l -> l.text().strip()).findFirst();
        return said.map(s -> what + ": " + s).orElse(what);
    }

    /** Ends the server and what it has started, by their numbers. */
    @Override
    public void close() {
        server.end(LAST_BREATH);
        try {
            Runtime.getRuntime().removeShutdownHook(onCtrlC);
        } catch (IllegalStateException itRunsAlready) {
            // then it does the same
        }
    }
}
