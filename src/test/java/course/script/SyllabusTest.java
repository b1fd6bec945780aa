package course.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.CopyOfCourse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * No slide is skipped: every unit has one home, every claim its verdict, every erratum its place.
 */
class SyllabusTest {
    private static final String TEXT = "lectures/04-first-server-and-client/README.adoc";

    @Test
    void nothingIsMissingOrTwice() {
        assertEquals(List.of(), Syllabus.faults(Course.find(Path.of(""))));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    P-09 P-10a | P-10a | SLIDES: P-09 has no home in any lecture
                    K-10 K-14a | K-10 K-01 | SLIDES: K-14a has no home in any lecture
                    K-10 K-14a | K-10 K-14a X-9 | TEXT:1: there is no unit X-9 in slides.tsv
                    id=claim-61 | id=claim-610 | TEXT:1: claim 61 is not settled
                    verdict=false | verdict=true | TEXT:1: claim 21 is false in claims.tsv
                    by=UntilClosed | by=StaleBuffer | TEXT:1: no program StaleBuffer here says
                    [[ER-78]] | `` | TEXT:1: ER-78 is not told
                    [[ER-78]] | [[ER-01]] | TEXT:1: ER-01 is at home elsewhere
                    """)
    void whatIsSpoiledIsFound(String good, String bad, String fault, @TempDir Path folder)
            throws IOException {
        CopyOfCourse copy = CopyOfCourse.in(folder);
        copy.spoil(TEXT, good, bad == null ? "" : bad);
        List<String> faults = Syllabus.faults(copy.course());
        String expected =
                fault.replace("TEXT", TEXT)
                        .replace("SLIDES", "lectures/slides.tsv:1")
                        .replaceFirst("(README.adoc):\\d+", "$1");
        assertEquals(
                true,
                faults.stream()
                        .map(f -> f.replaceFirst("(README.adoc):\\d+", "$1"))
                        .anyMatch(f -> f.startsWith(expected)),
                () -> expected + " is not among " + faults);
    }
}
