package course.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import course.Needs;
import course.check.Report.Result;
import course.check.Report.Status;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.wire.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every check of the course is marked by programs whose marks are known: the graders are graded.
 */
class GradersTest {
    /** Most of what an attempt does is to keep us waiting. */
    private static final int AT_ONCE = 3;

    private final Course course = Course.find(Path.of(""));
    private final Examiner examiner =
            new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL);

    @TestFactory
    Stream<DynamicContainer> exercises() {
        return course.exercises().stream()
                .filter(e -> !e.handedOutAlone())
                .map(e -> dynamicContainer(e.name(), Stream.concat(solutions(e), attempts(e))));
    }

    private Stream<DynamicNode> solutions(Exercise exercise) {
        DynamicNode skeleton = dynamicTest("the skeleton earns nothing", () -> {
            Report report = examiner.examine(exercise, skeletonOf(exercise), 1);
            assertEquals(0, report.score());
            assertFalse(report.trouble().orElse("").contains("does not compile"), report.trouble()
                    .orElse(""));
        });
        Stream<DynamicNode> full = Stream.of(Language.values()).map(language ->
                dynamicTest("full marks in " + language.label(), () ->
                        fullMarks(exercise, language)));
        return Stream.concat(Stream.of(skeleton), full);
    }

    /** From the brief: the file may have been edited by whoever works on the exercise. */
    private Path skeletonOf(Exercise exercise) throws IOException {
        Path folder = Files.createDirectories(course.root().resolve("target/skeletons"));
        return Files.write(folder.resolve(exercise.name() + ".java"), exercise.skeleton());
    }

    private void fullMarks(Exercise exercise, Language language) {
        Needs.language(language);
        String snake = exercise.name().replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
        Path twin = exercise.solutions().resolve(snake + language.extension());
        Path solution = language == Language.JAVA ? exercise.solution() : twin;
        long seed = System.nanoTime() % 1000;
        Report report = examiner.examine(exercise, solution, seed);
        assertTrue(report.fullMarks(), TextReport.of(report, Ink.PLAIN, "seed " + seed));
        assertEquals(report.max(), exercise.points());
    }

    private Stream<DynamicNode> attempts(Exercise exercise) {
        List<Attempt> attempts = Attempt.at(exercise);
        Map<Attempt, Report> reports = marked(exercise, attempts);
        List<DynamicNode> tests = new ArrayList<>();
        reports.forEach((attempt, report) ->
                tests.add(dynamicTest(attempt.name(exercise), () ->
                        earnsItsMarks(attempt, report))));
        tests.add(dynamicTest("each test is failed by an attempt", () -> {
            Set<String> failed = attempts.stream().flatMap(a -> a.fails().stream())
                    .collect(Collectors.toSet());
            Set<String> all = reports.values().iterator().next().tests().stream().map(Result::name)
                    .collect(Collectors.toSet());
            assertEquals(all, failed);
        }));
        return tests.stream();
    }

    private static void earnsItsMarks(Attempt attempt, Report report) {
        String text = TextReport.of(report, Ink.PLAIN, "");
        List<String> failed = report.tests().stream().filter(r -> r.status() != Status.PASSED)
                .map(Result::name).toList();
        Set<String> mistakes = report.tests().stream()
                .map(Result::mistake)
                .flatMap(Optional::stream)
                .map(Mistake::name)
                .collect(Collectors.toSet());
        assertAll(
                () -> assertEquals(new HashSet<>(attempt.fails()), new HashSet<>(failed), text),
                () -> assertEquals(attempt.marks(), report.score(), text),
                () -> assertEquals(attempt.of(), report.max()),
                () -> assertEquals(Set.of(attempt.mistake()), mistakes, text));
    }

    private Map<Attempt, Report> marked(Exercise exercise, List<Attempt> attempts) {
        Map<Attempt, Future<Report>> running = new LinkedHashMap<>();
        Map<Attempt, Report> reports = new LinkedHashMap<>();
        try (ExecutorService markers = Executors.newFixedThreadPool(AT_ONCE)) {
            long seed = System.nanoTime() % 1000;
            attempts.forEach(a ->
                    running.put(a,
                    markers.submit(() -> examiner.examine(exercise, a.file(), seed))));
            for (var entry : running.entrySet()) {
                reports.put(entry.getKey(), entry.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError("an attempt could not be marked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while marking", e);
        }
        return reports;
    }
}
