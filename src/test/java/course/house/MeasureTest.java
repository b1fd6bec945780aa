package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.script.Course;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A script fits a slide, half a screen and a printed page: 72 columns. The tool may have 100. */
class MeasureTest {
    private static final Path ROOT = Course.find(Path.of("")).root();

    @Test
    void scriptsTwinsExercisesAndSolutionsFit72Columns() throws IOException {
        List<String> wide = new ArrayList<>();
        for (String storey : List.of("lectures", "exercises", "solutions")) {
            wide.addAll(wider(72, ROOT.resolve(storey), ".java", ".c", ".py"));
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void theToolFits100Columns() throws IOException {
        assertEquals(List.of(), wider(100, ROOT.resolve("src"), ".java"));
    }

    private static List<String> wider(int columns, Path folder, String... extensions)
            throws IOException {
        List<String> wide = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(f -> Stream.of(extensions).anyMatch(f.toString()::endsWith))
                            .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).codePointCount(0, lines.get(i).length()) > columns) {
                        wide.add(ROOT.relativize(file) + ":" + (i + 1));
                    }
                }
            }
        }
        return wide;
    }
}
