package course.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import course.check.Paper.Question;
import course.check.Report.Result;
import course.check.Report.Status;
import course.run.Containment;
import course.run.Overdue;
import course.run.Ready;
import course.run.Started;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Exercise;
import course.wire.Patience;
import course.wire.Story;
import course.wire.Unmet;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Puts the questions of an exercise's check to a student's program. What the student did wrong ends
 * up in the report; what went wrong with us is thrown, and costs nobody points.
 */
public final class Examiner {
    private static final int AT_A_TIME = 2;
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    private static final String MEMORY = "-Xmx64m";
    private static final Duration LAST_BREATH = Duration.ofMillis(100);

    private final Workshop workshop;
    private final Patience patience;
    private final Containment containment;

    public Examiner(Workshop workshop, Patience patience) {
        this(workshop, patience, Containment.here());
    }

    Examiner(Workshop workshop, Patience patience, Containment containment) {
        this.workshop = workshop;
        this.patience = patience;
        this.containment = containment;
    }

    /** @param file of any name and in any of the course's languages */
    public Report examine(Exercise exercise, Path file, long seed) {
        CompletableFuture<Path> check = CompletableFuture.supplyAsync(
                () -> workshop.classesOf(exercise.check(), libraries()));
        Ready ready = null;
        String said = "";
        try {
            ready = workshop.prepare(file, MEMORY);
        } catch (Complaint c) {
            if (c.status() != 1) throw c;
            said = c.getMessage();
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {joined(check).toUri().toURL()},
                getClass().getClassLoader())) {
            Paper paper = Paper.of(loader.loadClass(exercise.name() + "Check"));
            if (ready == null) {
                return new Report(exercise.name(), file, seed, notRun(paper),
                        Optional.of("It does not compile:\n" + said), containment.title());
            }
            return examine(exercise, paper, ready, file, seed, containment);
        } catch (ClassNotFoundException e) {
            throw Complaint.machine(exercise.check() + " has no class " + exercise.name()
                    + "Check");
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is always a URL", e);
        } catch (IOException e) {
            throw Complaint.machine("cannot close the check: " + e.getMessage());
        }
    }

    /** What a check is written with: our own words, and JUnit's. The fewer, the faster. */
    private static String libraries() {
        return Stream.of(Check.class, Test.class)
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation())
                .map(Examiner::file)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String file(URL place) {
        try {
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where our own classes are is always a file", e);
        }
    }

    private static Path joined(CompletableFuture<Path> check) {
        try {
            return check.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Complaint complaint) throw complaint;
            throw e;
        }
    }

    private Report examine(Exercise exercise, Paper paper, Ready ready, Path file, long seed,
            Containment containment) {
        try (Stable stable = new Stable(ready, containment)) {
            Started first = stable.next(true);
            long begun = System.nanoTime();
            // for the second of two tests at a time, which would only wait for it
            stable.keep(stable.next(true));
            try {
                first.port(patience.ready());
            } catch (Overdue never) {
                if (!containment.suits(ready)) {
                    return examine(exercise, paper, ready, file, seed,
                            Containment.despite(ready));
                }
                return new Report(exercise.name(), file, seed, notRun(paper),
                        Optional.of(neverReady(first)), containment.title());
            }
            stable.keep(first);
            Patience calibrated = patience.calibrated(Duration.ofNanos(System.nanoTime() - begun));
            return new Report(exercise.name(), file, seed,
                    sit(paper, stable, calibrated, seed), Optional.empty(), containment.title());
        }
    }

    private String neverReady(Started program) {
        StringBuilder told = new StringBuilder("It was started with port 0 and " + end(program));
        told.append(" \"listening on 127.0.0.1 port N\".");
        List<Started.Line> lines = program.lines();
        if (lines.isEmpty()) told.append("\nIt printed nothing.");
        else told.append("\nThe last it printed:");
        for (Started.Line line : lines.subList(Math.max(0, lines.size() - 8), lines.size())) {
            told.append("\n").append(line.stream() == Started.Stream.OUT ? "stdout: " : "stderr: ")
                    .append(line.text());
        }
        return told.toString();
    }

    private String end(Started program) {
        try {
            return "ended with exit status " + program.exit(LAST_BREATH) + " before it printed";
        } catch (Overdue itStillRuns) {
            return "ran for " + patience.ready().toMillis() + " ms without printing";
        }
    }

    /**
     * Two tests at a time, and a copy of the program goes from test to test as long as it passes.
     * A failure that may come from that does not count: what counts is what a fresh copy does,
     * alone. (A program that fails more than half of the tests has no time to blame.)
     */
    private static List<Result> sit(Paper paper, Stable stable, Patience patience, long seed) {
        Exam first = new Exam(stable, patience, seed, false);
        Map<String, Result> results = new LinkedHashMap<>();
        run(paper, paper.questions(), first, AT_A_TIME).forEach(r -> results.put(r.name(), r));
        long failed = results.values().stream()
                .filter(r -> r.status() == Status.FAILED).count();
        List<Question> again = paper.questions().stream()
                .filter(q -> results.get(q.name()).status() == Status.FAILED)
                .filter(q -> first.trial(q.name()).secondHand() || failed < results.size() / 2)
                .toList();
        if (!again.isEmpty()) {
            Exam second = new Exam(stable, patience, seed, true);
            run(paper, again, second, 1).forEach(r -> results.put(r.name(), r));
        }
        return List.copyOf(results.values());
    }

    private static List<Result> run(
            Paper paper, List<Question> questions, Exam exam, int atATime) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(questions.stream()
                        .map(q -> selectMethod(paper.check(), q.method()))
                        .toList())
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.testmethod.order.default",
                        Paper.AsDeclared.class.getName())
                .configurationParameter(PARALLEL + "enabled", String.valueOf(atATime > 1))
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", "" + atATime)
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        Marks marks = new Marks();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.GLOBAL, Exam.class, exam);
            session.getLauncher().execute(request, marks);
        }
        return questions.stream().map(q -> result(q, marks, exam)).toList();
    }

    private static Result result(Question q, Marks marks, Exam exam) {
        TestExecutionResult outcome = marks.outcomes.get(q.name());
        if (outcome == null) {
            throw Complaint.machine("the check itself failed: " + q.name() + " was not run"
                    + marks.trouble());
        }
        if (outcome.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return result(q, q.said().points(), Status.PASSED, Optional.empty());
        }
        Throwable why = outcome.getThrowable().orElseThrow();
        if (why instanceof Complaint complaint) throw complaint;
        if (!(why instanceof Unmet)) {
            throw Complaint.machine("the check itself failed in " + q.name() + ": " + why);
        }
        return result(q, 0, Status.FAILED, Optional.of(exam.trial(q.name()).story()));
    }

    private static List<Result> notRun(Paper paper) {
        return paper.questions().stream().map(q -> result(q, 0, Status.NOT_RUN, Optional.empty()))
                .toList();
    }

    private static Result result(Question q, int points, Status status, Optional<Story> story) {
        Check said = q.said();
        return new Result(q.name(), said.title(), points, said.points(), status, story,
                story.flatMap(Mistake::in), said.hint(), said.lecture());
    }

    /** Notes how each test ended; a class that fails as a whole is our own trouble. */
    private static final class Marks implements TestExecutionListener {
        private final Map<String, TestExecutionResult> outcomes = new HashMap<>();
        private final StringBuilder trouble = new StringBuilder();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource method) {
                outcomes.put(method.getMethodName(), result);
            } else {
                result.getThrowable().ifPresent(t -> trouble.append("; ").append(t));
            }
        }

        String trouble() {
            return trouble.toString();
        }
    }
}
