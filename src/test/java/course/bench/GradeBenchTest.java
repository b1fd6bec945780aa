package course.bench;

import course.script.Course;
import course.script.Exercise;
import course.script.Language;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a lecturer waits for a class: {@code mvn verify -Pbench} writes submissions a minute,
 * and what they are with other ways of grading, to target/bench.adoc.
 */
@Tag("bench")
class GradeBenchTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Exercise EXERCISE = COURSE.exercise("GreetingServer").orElseThrow();
    private static final int CLASS = Integer.getInteger("course.bench.submissions", 1000);

    /** Of the slow ways, only so many are measured. */
    private static final int FEW = 8;

    private static final int MANY = 10_000;
    private static final int AT_A_TIME = 2;
    private static final long HOURS = 2;

    private interface Way {
        void grade(int number) throws IOException;
    }

    @TempDir Path folder;

    private final StringBuilder table = new StringBuilder();

    @Test
    void howManySubmissionsAMinute() throws Exception {
        table.append(".Submissions of GreetingServer a minute, two at a time\n"
                + "[cols=\"4,>1,>1\",options=header]\n|===\n|Way |A minute |Seconds each\n\n");
        Path java = hand("java", CLASS, Language.JAVA);
        row("course grade, " + CLASS + " in Java", CLASS, seconds(grade(java, "java")));
        for (Language language : Language.values()) {
            int some = Math.min(CLASS, 100);
            Path in = hand("some" + language, some, language);
            row("course grade, " + some + " in " + language.label(), some,
                    seconds(grade(in, "contained" + language)));
            row("the same without a sandbox", some,
                    seconds(grade(in, "free" + language, "--unsafe")));
        }
        row("`mvn -o -q test` for each", FEW, seconds(this::maven));
        row("`java GreetingServer.java` for each of its tests", FEW, seconds(this::launcher));
        Tables.append(table.append("|===\n\n"));
    }

    @Test
    void howMuchMemory() throws Exception {
        table.append(".Most memory of `course grade`, MiB\n"
                + "[cols=\"4,>1\",options=header]\n|===\n|Submissions |Resident\n\n");
        for (int many : List.of(100, MANY)) {
            Path in = Files.createDirectories(folder.resolve("in" + many));
            for (int i = 0; i < many; i++) {
                Files.writeString(in.resolve("s" + i + "_GreetingServer.java"),
                        "void main() { oops(" + i + "); }\n");
            }
            Process grader = grader(in, "out" + many, "--no-similarity");
            long most = 0;
            while (!grader.waitFor(100, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, resident(grader.pid()));
            }
            table.append("|").append(many).append(" |").append(most / 1024).append("\n");
        }
        Tables.append(table.append("|===\n\n"));
    }

    /** In KiB; 0 of one that has ended. */
    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    private Path hand(String name, int number, Language language) throws IOException {
        Path in = Files.createDirectories(folder.resolve(name));
        String solution = Files.readString(EXERCISE.solution(language));
        String comment = language == Language.PYTHON ? "# " : "// ";
        for (int i = 0; i < number; i++) {
            Files.writeString(in.resolve("s" + i + "_GreetingServer" + language.extension()),
                    solution + comment + i + "\n");
        }
        return in;
    }

    private interface Timed {
        void run() throws Exception;
    }

    private static double seconds(Timed timed) throws Exception {
        long begun = System.nanoTime();
        timed.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void row(String way, int number, double seconds) {
        String row = String.format(Locale.ROOT, "|%s |%.0f |%.2f%n", way, number * 60 / seconds,
                seconds / number);
        IO.print(row);
        table.append(row);
    }

    private Timed grade(Path in, String out, String... more) {
        return () -> {
            Process grader = grader(in, out, more);
            boolean ended = grader.waitFor(HOURS, TimeUnit.HOURS);
            if (!ended || grader.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(said(out)));
            }
        };
    }

    private Process grader(Path in, String out, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), "course.cli.Main", "grade", in.toString(),
                "--out", folder.resolve(out).toString(), "--workers", "" + AT_A_TIME));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).directory(COURSE.root().toFile())
                .redirectErrorStream(true).redirectOutput(said(out).toFile());
        if (List.of(more).contains("--unsafe")) {
            builder.environment().put("COURSE_CONTAINMENT", "group");
        }
        return builder.start();
    }

    private Path said(String out) {
        return folder.resolve(out + ".txt");
    }

    private void atATime(Way way) throws Exception {
        try (ExecutorService graders = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < FEW; i++) {
                int number = i;
                all.add(graders.submit(() -> {
                    way.grade(number);
                    return null;
                }));
            }
            for (Future<?> one : all) one.get(HOURS, TimeUnit.HOURS);
        }
    }

    /** A project for each, whose one test is the same check. */
    private void maven() throws Exception {
        atATime(number -> {
            Path home = Files.createDirectories(folder.resolve("maven" + number));
            Path program = home.resolve("GreetingServer.java");
            BenchTest.save(program);
            Path pom = BenchTest.project(home.resolve("project"), program);
            BenchTest.untilEnd(List.of("mvn", "-B", "-o", "-q", "-f", pom.toString(), "test"));
        });
    }

    /** As many starts as there are tests, each until it listens, and not one question asked. */
    private void launcher() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int tests = Files.readString(EXERCISE.check()).split("@Check").length - 1;
        atATime(number -> {
            File program = folder.resolve("l" + number + "/GreetingServer.java").toFile();
            Files.createDirectories(program.getParentFile().toPath());
            BenchTest.save(program.toPath());
            for (int i = 0; i < tests; i++) {
                BenchTest.untilReady(List.of(java, program.getPath(), "0"));
            }
        });
    }
}
