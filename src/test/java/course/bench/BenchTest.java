package course.bench;

import course.CopyOfCourse;
import course.Typed;
import course.check.Examiner;
import course.check.Report;
import course.run.Ready;
import course.run.Started;
import course.run.Workshop;
import course.script.Course;
import course.script.Draft;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.spi.ToolProvider;

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
    private static final int CHECKS = 60;
    private static final String SERVER = "lectures/04-first-server-and-client/SimpleServer.java";

    /** What JBang's own wrapper script does once it has found a JDK and its jar. */
    private static final String OFFICIAL =
            "command=$(\"$0\" -cp \"$1\" dev.jbang.Main simple-server 0); eval \"exec $command\"";

    private static final String FULL_MARKS = "20 of 20 points\\R(.*\\R)+?1 of 1 exercises.*\\R";

    private interface Timed {
        long millis() throws IOException, InterruptedException;
    }

    @Test
    void howLongUntilTheServerListens()
            throws IOException, InterruptedException {
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
    void howLongUntilTheVerdict(@TempDir Path folder)
            throws IOException, InterruptedException {
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

    @Test
    void howLongFromTheSaveToTheVerdict(@TempDir Path folder)
            throws IOException, InterruptedException {
        Course copy = CopyOfCourse.in(Files.createDirectories(folder.resolve("course")))
                .only("GreetingServer").course();
        Path watched = copy.exercise("GreetingServer").orElseThrow().file();
        Path checked = folder.resolve("GreetingServer.java");
        save(watched);
        List<String> check =
                List.of(
                        "./jbang", "course", "check", "GreetingServer", "--file", "" + checked);
        Path project = project(folder.resolve("project"), checked);
        List<String> maven = List.of("mvn", "-B", "-o", "-q", "-f", "" + project, "test");
        try (Typed watch = Typed.in(copy, List.of(), "watch", "GreetingServer", "--plain")) {
            watch.until(FULL_MARKS);
            Map<String, Timed> variants = new LinkedHashMap<>();
            variants.put(
                    "course watch",
                    () -> {
                        long begun = System.nanoTime();
                        save(watched);
                        watch.until(FULL_MARKS);
                        return millisSince(begun);
                    });
            variants.put(
                    "./jbang course check GreetingServer --file …",
                    () -> {
                        save(checked);
                        return untilEnd(check);
                    });
            variants.put(
                    "mvn -o -q test, a project whose one test is the same check",
                    () -> {
                        save(checked);
                        return untilEnd(maven);
                    });
            table("From a save of GreetingServer to the verdict", variants);
        }
    }

    /** As an editor does it, and never the same text twice. */
    static void save(Path file) throws IOException {
        String solution =
                Files.readString(COURSE.exercise("GreetingServer").orElseThrow().solution());
        Draft.replace(file, solution + "// " + System.nanoTime() + "\n");
    }

    /** A Maven project with one test, which checks the file; its pom. */
    static Path project(Path folder, Path checked) throws IOException {
        Path tests = Files.createDirectories(folder.resolve("src/test/java"));
        Path tool = folder.resolve("course.jar");
        Path classes = COURSE.root().resolve("target/classes");
        int status =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "-cf", "" + tool, "-C", "" + classes, ".");
        if (status != 0) throw new IllegalStateException("no jar of " + classes);
        Files.writeString(
                tests.resolve("GreetingServerTest.java"),
                """
                class GreetingServerTest {
                    @org.junit.jupiter.api.Test
                    void check() {
                        var here = new course.script.Course(java.nio.file.Path.of("%s"));
                        var exercise = here.exercise("GreetingServer").orElseThrow();
                        var workshop = new course.run.Workshop(java.nio.file.Path.of("%s"));
                        var report = new course.check.Examiner(
                                workshop, course.wire.Patience.USUAL)
                                .examine(exercise, java.nio.file.Path.of("%s"), 1);
                        org.junit.jupiter.api.Assertions.assertTrue(report.fullMarks());
                    }
                }
                """
                        .formatted(COURSE.root(), folder.resolve("built"), checked));
        return Files.writeString(folder.resolve("pom.xml"), pom(tool));
    }

    /** Our own pom, as far as such a test needs it: the same versions are there offline. */
    private static String pom(Path tool) throws IOException {
        String ours = Files.readString(COURSE.root().resolve("pom.xml"));
        return ours.replaceFirst(
                        "(?s)<!-- only the site.*?</dependencies>",
                        """
                        <dependency>
                          <groupId>course</groupId>
                          <artifactId>tool</artifactId>
                          <version>1</version>
                          <scope>system</scope>
                          <systemPath>%s</systemPath>
                        </dependency>
                        </dependencies>
                        """
                                .formatted(tool))
                .replace("<failOnWarning>true</failOnWarning>", "");
    }

    /** Checks of one program after the other, two at a time, in one resident tool. */
    @Test
    void howManyChecksAMinute() throws IOException {
        Exercise exercise = COURSE.exercise("GreetingServer").orElseThrow();
        Workshop workshop = new Workshop(COURSE.state().resolve("built"));
        StringBuilder text = new StringBuilder(
                ".Checks of GreetingServer a minute, two at a time\n"
                        + "[cols=\"4,>1\",options=header]\n|===\n|Solution |Checks\n\n");
        for (Language language : Language.values()) {
            Path solution = exercise.solution(language);
            for (int i = 0; i < WARM_UPS; i++) verdict(exercise, solution, workshop);
            long begun = System.nanoTime();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < CHECKS; i++) {
                    two.execute(() -> verdict(exercise, solution, workshop));
                }
            }
            text.append(String.format(Locale.ROOT, "|%s |%.0f%n", language.label(),
                    CHECKS * 60_000.0 / millisSince(begun)));
        }
        Tables.append(text.append("|===\n\n"));
    }

    private static long verdict(Exercise exercise, Path file, Workshop workshop) {
        long begun = System.nanoTime();
        Report report = new Examiner(workshop, Patience.USUAL).examine(exercise, file, 1);
        if (!report.fullMarks())
            throw new IllegalStateException("the solution does not earn everything");
        return millisSince(begun);
    }

    static long untilReady(List<String> command) {
        long begun = System.nanoTime();
        try (Started server = start(command)) {
            server.port(PATIENCE);
            return millisSince(begun);
        }
    }

    static long untilEnd(List<String> command) {
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

    private static void table(String title, Map<String, Timed> variants)
            throws IOException, InterruptedException {
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
        Tables.append(text.append("|===\n\n"));
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
