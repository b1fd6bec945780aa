package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import course.Needs;
import course.run.Workshop;
import course.script.Course;
import course.wire.Patience;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/**
 * Every check of the course is marked by programs whose marks are known: the graders are graded.
 */
@Order(2)
class GradersTest {
    private final Course course = Course.find(Path.of(""));
    private final Laws laws = new Laws(course,
            new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL));

    /** All together: each exercise by itself would wait for the slowest of its programs. */
    @TestFactory
    Stream<DynamicContainer> exercises() {
        List<Law> all = course.exercises().stream()
                .filter(e -> !e.handedOutAlone())
                .flatMap(e -> laws.ofPrograms(e).stream())
                .toList();
        return Laws.prove(all).stream()
                .collect(Collectors.groupingBy(
                        p -> p.law().exercise(), LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream()
                .map(e -> dynamicContainer(e.getKey(), e.getValue().stream()
                        .map(p -> dynamicTest(p.law().name(), () -> kept(p)))));
    }

    private static void kept(Law.Proof proof) {
        proof.trouble().ifPresent(Needs::missing);
        assertEquals(List.of(), proof.breaches(), () -> proof.breaches().stream()
                .map(Breach::report).collect(Collectors.joining("\n")));
    }
}
