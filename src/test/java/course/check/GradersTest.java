package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import course.Needs;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every check of the course is marked by programs whose marks are known: the graders are graded.
 */
@Order(2)
class GradersTest {
    /** All together: each exercise by itself would wait for the slowest of its programs. */
    @TestFactory
    Stream<DynamicContainer> exercises() throws Exception {
        Map<String, List<Proving.Told>> told = Proving.told().stream()
                .collect(Collectors.groupingBy(
                        Proving.Told::exercise, LinkedHashMap::new, Collectors.toList()));
        assertEquals(
                Proving.exercises(Course.find(Path.of(""))).stream().map(Exercise::name).toList(),
                List.copyOf(told.keySet()));
        return told.entrySet().stream()
                .map(e -> dynamicContainer(e.getKey(), e.getValue().stream()
                        .map(t -> dynamicTest(t.law(), () -> kept(t)))));
    }

    private static void kept(Proving.Told told) {
        if (!told.trouble().isEmpty()) Needs.missing(told.trouble());
        assertEquals(List.of(), told.breaches(), () -> String.join("\n", told.breaches()));
    }
}
