package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import course.run.Workshop;
import course.script.Course;
import course.wire.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the folder of each exercise promises, as far as one sees it by reading. */
class ExercisesTest {
    private final Course course = Course.find(Path.of(""));
    private final Laws laws = new Laws(course,
            new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL));

    @TestFactory
    Stream<DynamicContainer> exercises() {
        return course.exercises().stream()
                .filter(e -> !e.handedOutAlone())
                .map(e -> dynamicContainer(e.name(), laws.ofTexts(e).stream()
                        .map(law -> dynamicTest(law.name(), () ->
                                assertEquals(List.of(), law.breaches().get())))));
    }

    @Test
    void everyMistakeSendsToALecture() {
        for (Mistake m : Mistake.values()) {
            assertTrue(Laws.knownLectures(course).contains(m.lecture()), m + ": " + m.lecture());
        }
    }
}
