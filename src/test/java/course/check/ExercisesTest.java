package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.script.Lecture;
import course.script.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What an exercise's folder promises: a brief that prints the skeleton, three hints, scripts within
 * the measure.
 */
class ExercisesTest {
    private static final int MEASURE = 72;

    private final Course course = Course.find(Path.of(""));

    @TestFactory
    Stream<DynamicContainer> exercises() {
        return course.exercises().stream()
                .filter(e -> !e.handedOutAlone())
                .map(e -> dynamicContainer(e.name(), Stream.of(
                dynamicTest("the brief prints the skeleton", () ->
                        assertEquals(Source.of(e.file()).lines(), e.skeleton())),
                dynamicTest("the skeleton marks the hole", () ->
                        assertTrue(e.skeleton().stream().anyMatch(l -> l.contains("// TODO ")))),
                dynamicTest("the skeleton compiles without a warning", () -> withoutWarning(e)),
                dynamicTest("three hints", () -> assertEquals(3, e.hints().size())),
                dynamicTest("scripts within " + MEASURE + " columns", () -> withinTheMeasure(e)),
                dynamicTest("each lecture exists", () -> lecturesExist(e)),
                dynamicTest("the marked script is what the headers say", () -> markedScript(e)))));
    }

    private void withoutWarning(Exercise exercise) throws IOException {
        Path classes = Files.createDirectories(course.root().resolve("target/skeletons"));
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-Xlint:all", "-proc:none", "-d", classes.toString());
            var units = files.getJavaFileObjects(exercise.file());
            var task = compiler.getTask(said, files, null, options, null, units);
            assertTrue(task.call(), said::toString);
        }
        assertEquals("", said.toString());
    }

    private static void withinTheMeasure(Exercise exercise) throws IOException {
        for (Path folder : List.of(exercise.folder(), exercise.solutions(), exercise.solutions()
                .resolve("attempts"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> Language.of(f).isPresent()).toList()) {
                    for (String line : Source.of(file).lines()) {
                        assertTrue(line.length() <= MEASURE, file.getFileName() + ": " + line);
                    }
                }
            }
        }
    }

    private void lecturesExist(Exercise exercise) {
        List<String> written = course.lectures().stream().map(Lecture::name).toList();
        List<String> known = new ArrayList<>(written);
        Source.of(course.root().resolve("lectures/plan.tsv")).lines()
                .forEach(l -> known.add(l.split("\t")[0]));
        assertTrue(written.contains(exercise.lecture()));
        for (Mistake m : Mistake.values()) {
            assertTrue(known.contains(m.lecture()), m + ": " + m.lecture());
        }
        Source.of(exercise.check()).lines().stream()
                .filter(l -> l.strip().startsWith("lecture = "))
                .map(l -> l.replaceAll(".*\"(.*)\".*", "$1"))
                .forEach(l -> assertTrue(known.contains(l), l));
    }

    private static void markedScript(Exercise exercise) {
        String rows = Attempt.at(exercise).stream()
                .map(a -> "| `%s`\n| %d of %d\n| %s\n| %s\n| %s\n".formatted(a.name(exercise),
                        a.marks(), a.of(),
                        String.join(", ", a.fails()), Mistake.valueOf(a.mistake()).title(),
                                a.comment()))
                .collect(Collectors.joining("\n"));
        String text = String.join("\n", Source.of(exercise.solutions().resolve("README.adoc"))
                .lines());
        assertTrue(text.contains(rows.strip()), "the table should be:\n" + rows);
    }
}
