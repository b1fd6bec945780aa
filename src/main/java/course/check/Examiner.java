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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final int SEEDS = 1_000_000;
    private static final int AT_A_TIME = 2;
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    private static final String MEMORY = "-Xmx64m";
    private static final String UNFLUSHED =
            "Or it did, and the line is kept back: where stdout is no terminal, C and Python want"
                    + " a flush (fflush(stdout), flush=True).";
    private static final Duration LAST_BREATH = Duration.ofMillis(100);

    private final Workshop workshop;
    private final Patience patience;
    private final Containment containment;
    private final boolean failsClosed;

    public Examiner(Workshop workshop, Patience patience) {
        this(workshop, patience, Containment.here());
    }

    Examiner(Workshop workshop, Patience patience, Containment containment) {
        this(workshop, patience, containment, false);
    }

    private Examiner(Workshop workshop, Patience patience, Containment containment,
            boolean failsClosed) {
        this.workshop = workshop;
        this.patience = patience;
        this.containment = containment;
        this.failsClosed = failsClosed;
    }

    /** One that starts no program which the containment does not suit. */
    public Examiner failingClosed() {
        return new Examiner(workshop, patience, containment, true);
    }

    /** For a check like no other before. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextInt(SEEDS);
    }

    /** @param file of any name and in any of the course's languages */
    public Report examine(Exercise exercise, Path file, long seed) {
        return examine(exercise, file, seed, Asked.openly(exercise));
    }

    /** As above; of the questions, only what is asked. */
    public Report examine(Exercise exercise, Path file, long seed, Asked asked) {
        CompletableFuture<Path> check = CompletableFuture.supplyAsync(
                () -> workshop.classesOf(asked.check(), libraries()));
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
            Paper paper = Paper.of(loader.loadClass(asked.className()));
            Inquiry inquiry = new Inquiry(exercise, asked, paper, file, seed);
            if (inquiry.paper().questions().isEmpty()) {
                return inquiry.report(List.of(), Optional.empty(), containment);
            }
            if (ready == null) {
                return inquiry.report(notRun(inquiry),
                        Optional.of("It does not compile:\n" + said), containment);
            }
            return examine(inquiry, ready, containment);
        } catch (ClassNotFoundException e) {
            throw Complaint.machine(asked.check() + " has no class " + asked.className());
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

    /** What is asked of whom. */
    private record Inquiry(Exercise exercise, Asked asked, Paper whole, Path file, long seed) {
        /** Without what is not asked. */
        Paper paper() {
            return asked.all() ? whole : whole.reducedTo(wanted());
        }

        private Set<String> wanted() {
            return whole.withThoseThatNeed(asked.only());
        }

        Disclosure shows(Question q) {
            return asked.hidden() ? q.said().shows().ofHidden() : q.said().shows();
        }

        Report report(List<Result> results, Optional<String> trouble, Containment containment) {
            Set<String> wanted = wanted();
            List<Result> answers = asked.all() ? results
                    : results.stream().filter(r -> wanted.contains(r.name())).toList();
            return new Report(exercise.name(), file, seed, answers, trouble, containment.title());
        }
    }

    private Report examine(Inquiry inquiry, Ready ready, Containment containment) {
        try (Stable stable = new Stable(ready, containment)) {
            if (!inquiry.whole().wantsServer()) {
                List<Result> results = sit(inquiry, stable, patience.calibrated(timeToStart()));
                boolean allFailed = results.stream().noneMatch(r -> r.status() == Status.PASSED);
                if (allFailed && !containment.suits(ready)) {
                    return examine(inquiry, ready, otherwise(ready));
                }
                return inquiry.report(results, Optional.empty(), containment);
            }
            Started first = stable.next(true);
            long begun = System.nanoTime();
            // for the second of two tests at a time, which would only wait for it
            stable.keep(stable.next(true));
            try {
                first.port(patience.ready());
            } catch (Overdue never) {
                if (!containment.suits(ready)) {
                    return examine(inquiry, ready, otherwise(ready));
                }
                return inquiry.report(notRun(inquiry), Optional.of(neverReady(first)),
                        containment);
            }
            stable.keep(first);
            Patience calibrated = patience.calibrated(Duration.ofNanos(System.nanoTime() - begun));
            return inquiry.report(sit(inquiry, stable, calibrated), Optional.empty(), containment);
        }
    }

    private Containment otherwise(Ready ready) {
        if (!failsClosed) return containment.despite(ready);
        throw Complaint.machine(ready.proof().getFirst() + " does not start where programs are"
                + " contained");
    }

    /** Of a program of ours, where that of the student says nothing when it is ready. */
    private Duration timeToStart() {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "-version");
        long begun = System.nanoTime();
        try (Started ours = Started.ours(new Ready(java), List.of(), Path.of("").toAbsolutePath(),
                line -> {})) {
            ours.exit(patience.ready());
        }
        return Duration.ofNanos(System.nanoTime() - begun).multipliedBy(2);
    }

    private String neverReady(Started program) {
        StringBuilder told = new StringBuilder("It was started with port 0 and " + end(program));
        told.append(" \"listening on 127.0.0.1 port N\".");
        List<Started.Line> lines = program.lines();
        told.append(lines.isEmpty() ? "\nIt printed nothing." : "\nThe last it printed:");
        if (lines.isEmpty() && program.alive()) told.append("\n").append(UNFLUSHED);
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
     * alone. (A program that fails more than half of the tests has no time to blame, and nobody
     * doubts a failure that was foreseen.)
     */
    private static List<Result> sit(Inquiry inquiry, Stable stable, Patience patience) {
        Paper paper = inquiry.paper();
        long seed = inquiry.seed();
        if (!inquiry.asked().all()) {
            Exam alone = new Exam(stable, patience, seed, true, Set.of(), Map.of());
            return run(inquiry, paper.questions(), alone, 1);
        }
        Set<String> foreseen = inquiry.asked().foreseen();
        Exam first = new Exam(stable, patience, seed, false, foreseen, Map.of());
        Map<String, Result> results = new LinkedHashMap<>();
        run(inquiry, paper.questions(), first, AT_A_TIME).forEach(r -> results.put(r.name(), r));
        long failed = results.values().stream()
                .filter(r -> r.status() != Status.PASSED).count();
        Set<String> doubtful = new HashSet<>();
        for (Question q : paper.questions()) {
            boolean inDoubt = switch (results.get(q.name()).status()) {
                case FAILED -> !foreseen.contains(q.name())
                        && (first.trial(q.name()).secondHand() || failed < results.size() / 2);
                case SKIPPED -> Stream.of(q.said().after()).anyMatch(doubtful::contains);
                case PASSED, NOT_RUN -> false;
            };
            if (inDoubt) doubtful.add(q.name());
        }
        if (!doubtful.isEmpty()) {
            Map<String, Boolean> known = results.values().stream()
                    .filter(r -> !doubtful.contains(r.name()))
                    .collect(Collectors.toMap(Result::name, r -> r.status() == Status.PASSED));
            Exam second = new Exam(stable, patience, seed, true, foreseen, known);
            List<Question> again = paper.questions().stream()
                    .filter(q -> doubtful.contains(q.name())).toList();
            run(inquiry, again, second, 1).forEach(r -> results.put(r.name(), r));
        }
        return List.copyOf(results.values());
    }

    private static List<Result> run(
            Inquiry inquiry, List<Question> questions, Exam exam, int atATime) {
        if (questions.isEmpty()) return List.of();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(questions.stream()
                        .map(q -> selectMethod(inquiry.whole().check(), q.method()))
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
        return questions.stream().map(q -> result(inquiry, q, marks, exam)).toList();
    }

    private static Result result(Inquiry inquiry, Question q, Marks marks, Exam exam) {
        if (marks.skipped.containsKey(q.name())) {
            String needed =
                    inquiry.whole().question(marks.skipped.get(q.name())).said().title();
            return result(inquiry, q, Status.SKIPPED, Optional.of("it needs \"" + needed + "\""),
                    Optional.empty());
        }
        TestExecutionResult outcome = marks.outcomes.get(q.name());
        if (outcome == null) {
            throw Complaint.machine("the check itself failed: " + q.name() + " was not run"
                    + marks.trouble());
        }
        if (outcome.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            return result(inquiry, q, Status.PASSED, Optional.empty(), Optional.empty());
        }
        Throwable why = outcome.getThrowable().orElseThrow();
        if (why instanceof Complaint complaint) throw complaint;
        if (!(why instanceof Unmet)) {
            throw Complaint.machine("the check itself failed in " + q.name() + ": " + why);
        }
        return result(inquiry, q, Status.FAILED, Optional.empty(),
                Optional.of(exam.trial(q.name()).story()));
    }

    private static List<Result> notRun(Inquiry inquiry) {
        return inquiry.paper().questions().stream()
                .map(q -> result(inquiry, q, Status.NOT_RUN, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** What the student may know of it: nothing is left out later. */
    private static Result result(Inquiry inquiry, Question q, Status status,
            Optional<String> because, Optional<Story> story) {
        Check said = q.said();
        Disclosure shows = inquiry.shows(q);
        boolean hints = shows.givesHints();
        return new Result(q.name(), said.title(), status == Status.PASSED ? said.points() : 0,
                said.points(), status, because, story.flatMap(shows::of),
                story.filter(s -> hints).flatMap(Mistake::in),
                hints || story.isEmpty() ? said.hint() : "",
                said.lecture());
    }

    /** Notes how each test ended; a class that fails as a whole is our own trouble. */
    private static final class Marks implements TestExecutionListener {
        private final Map<String, TestExecutionResult> outcomes = new HashMap<>();
        private final Map<String, String> skipped = new HashMap<>();
        private final StringBuilder trouble = new StringBuilder();

        @Override
        public synchronized void executionSkipped(TestIdentifier test, String reason) {
            if (test.getSource().orElse(null) instanceof MethodSource method) {
                skipped.put(method.getMethodName(), reason);
            }
        }

        @Override
        public synchronized void executionFinished(
                TestIdentifier test, TestExecutionResult result) {
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
