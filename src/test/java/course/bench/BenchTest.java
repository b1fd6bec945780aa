package course.bench;

import course.check.Examiner;
import course.check.Report;
import course.run.Ready;
import course.run.Started;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.wire.Patience;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the waits are: {@code mvn verify -Pbench} writes medians and ratios to
 * target/bench.adoc. All variants of one table run in turn, round by round, so that a busy machine
 * disturbs each alike. Nothing here passes or fails.
 */
@Tag("bench")
class BenchTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 15;
    private static final String SERVER = "lectures/04-first-server-and-client/SimpleServer.java";

    /** What JBang's own wrapper script does once it has found a JDK and its jar. */
    private static final String OFFICIAL =
            "command=$(\"$0\" -cp \"$1\" dev.jbang.Main simple-server 0); eval \"exec $command\"";

    private interface Timed {
        long millis() throws IOException;
    }

    @Test
    void howLongUntilTheServerListens() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = COURSE.root().resolve(".jbang/jbang-cli-0.132.1-all.jar").toString();
        Workshop workshop = new Workshop(COURSE.state().resolve("built"));
        Map<String, Timed> variants = new LinkedHashMap<>();
        variants.put(
                "JBang, as its wrapper script starts it",
                () -> untilReady(List.of("sh", "-c", OFFICIAL, java, jar)));
        variants.put(
                "./jbang simple-server 0",
                () -> untilReady(List.of("./jbang", "simple-server", "0")));
        variants.put("java SimpleServer.java 0", () -> untilReady(List.of(java, SERVER, "0")));
        for (Language language : Language.values()) {
            Path file = COURSE.programs("simple-server").get(language).file();
            List<String> command = new ArrayList<>(workshop.prepare(file).command());
            command.add("0");
            variants.put(language.label() + ", ready to start", () -> untilReady(command));
        }
        table("From the command to the line \"listening on …\"", variants);
    }

    @Test
    void howLongUntilTheVerdict(@TempDir Path folder) throws IOException {
        Exercise exercise = COURSE.exercise("GreetingServer").orElseThrow();
        Path solution = exercise.solution();
        Workshop kept = new Workshop(COURSE.state().resolve("built"));
        Map<String, Timed> variants = new LinkedHashMap<>();
        variants.put(
                "./jbang course check GreetingServer --file …",
                () ->
                        untilEnd(
                                List.of(
                                        "./jbang",
                                        "course",
                                        "check",
                                        "GreetingServer",
                                        "--file",
                                        solution.toString())));
        variants.put(
                "in the tool: compile solution and check, run it",
                () ->
                        verdict(
                                exercise,
                                solution,
                                new Workshop(Files.createTempDirectory(folder, "cold"))));
        variants.put(
                "in the tool: nothing changed, run it", () -> verdict(exercise, solution, kept));
        table("From the command to the verdict on GreetingServer", variants);
    }

    private static long verdict(Exercise exercise, Path file, Workshop workshop) {
        long begun = System.nanoTime();
        Report report = new Examiner(workshop, Patience.USUAL).examine(exercise, file, 1);
        if (!report.fullMarks())
            throw new IllegalStateException("the solution does not earn everything");
        return millisSince(begun);
    }

    private static long untilReady(List<String> command) {
        long begun = System.nanoTime();
        try (Started server = start(command)) {
            server.port(PATIENCE);
            return millisSince(begun);
        }
    }

    private static long untilEnd(List<String> command) {
        long begun = System.nanoTime();
        try (Started program = start(command)) {
            int status = program.exit(PATIENCE);
            if (status != 0)
                throw new IllegalStateException(command + " ended with status " + status);
            return millisSince(begun);
        }
    }

    private static Started start(List<String> command) {
        List<String> local =
                new ArrayList<>(
                        List.of(
                                "env",
                                "JBANG_LAUNCHER=local",
                                "JAVA_HOME=" + System.getProperty("java.home")));
        local.addAll(command);
        return Started.ours(new Ready(local), List.of(), COURSE.root(), line -> {});
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static void table(String title, Map<String, Timed> variants) throws IOException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (var variant : variants.entrySet()) {
                long millis = variant.getValue().millis();
                if (round >= 0)
                    times.computeIfAbsent(variant.getKey(), k -> new ArrayList<>()).add(millis);
            }
        }
        StringBuilder text = new StringBuilder("." + title + ", " + ROUNDS + " rounds, ms\n");
        text.append(
                "[cols=\"4,>1,>1,>1,>1\",options=header]\n|===\n"
                        + "|Variant |Median |Least |Most |Ratio\n\n");
        double first = median(times.values().iterator().next());
        times.forEach((name, all) ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                "|%s |%.0f |%d |%d |%.2f%n",
                                name,
                                median(all),
                                all.stream().min(Long::compare).orElseThrow(),
                                all.stream().max(Long::compare).orElseThrow(),
                                median(all) / first)));
        text.append("|===\n\n");
        Path file = COURSE.root().resolve("target/bench.adoc");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                text,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        IO.println(text);
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
