package course.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import course.check.Examiner;
import course.check.Law;
import course.check.Laws;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Whether a verdict depends on the machine's mood: {@code mvn verify -Pflake} checks solutions and
 * attempts a thousand times, in a random order, and runs the socket tests of the lectures two
 * hundred times, while every core is kept busy by something else. No verdict may be another than
 * the one that stands in the header, and no test may fail.
 */
@Tag("flake")
class FlakeTest {
    private static final int CHECKS = Integer.getInteger("course.flake.checks", 1000);
    private static final int ROUNDS = Integer.getInteger("course.flake.rounds", 200);
    private static final int TOLD_AFTER = 50;

    @Test
    void aThousandVerdictsOnABusyMachine() throws InterruptedException {
        Course course = Course.find(Path.of(""));
        Laws laws = new Laws(course,
                new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL));
        List<Law> programs = new ArrayList<>();
        for (Exercise exercise : course.exercises()) programs.addAll(laws.ofPrograms(exercise));

        List<String> wrong = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        try {
            beBusy(over);
            Random random = new Random(1);
            for (int done = 0; done < CHECKS; ) {
                Collections.shuffle(programs, random);
                List<Law> some = programs.subList(
                        0, Math.min(Math.min(TOLD_AFTER, programs.size()), CHECKS - done));
                for (Law.Proof proof : Laws.prove(some)) {
                    proof.breaches().forEach(b -> wrong.add(b + "\n" + b.report()));
                    proof.trouble().ifPresent(t -> wrong.add(proof.law() + ": " + t));
                }
                done += some.size();
                IO.println(done + " checks, " + wrong.size() + " wrong verdicts");
            }
        } finally {
            over.countDown();
        }
        assertEquals(List.of(), wrong);
    }

    /** What starts the lectures' programs and lets them talk, as often, and as busy. */
    @Test
    void theSocketsOfTheLecturesOnABusyMachine() throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        try {
            beBusy(over);
            for (int round = 1; round <= ROUNDS; round++) {
                SummaryGeneratingListener summary = new SummaryGeneratingListener();
                LauncherFactory.create().execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectPackage("course.lectures"))
                                .filters(includeClassNamePatterns(".*Test"))
                                .build(),
                        summary);
                int inRound = round;
                summary.getSummary().getFailures().forEach(f -> wrong.add("round " + inRound + ", "
                        + f.getTestIdentifier().getUniqueId() + ": " + f.getException()));
                IO.println(round + " of " + ROUNDS + " rounds of "
                        + summary.getSummary().getTestsSucceededCount() + " tests, "
                        + wrong.size() + " failures");
            }
        } finally {
            over.countDown();
        }
        assertEquals(List.of(), wrong);
    }

    private static void beBusy(CountDownLatch over) {
        for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
            Thread.ofPlatform().daemon().start(() -> keepBusy(over));
        }
    }

    private static void keepBusy(CountDownLatch over) {
        try {
            while (!over.await(0, TimeUnit.NANOSECONDS)) Thread.onSpinWait();
        } catch (InterruptedException theTestIsOver) {
            Thread.currentThread().interrupt();
        }
    }
}
