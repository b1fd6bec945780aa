package course.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.script.Course;
import course.script.Remark;
import course.script.Syllabus;
import course.script.Unit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages that find a slide again are what the sources give, and a spoiled one is found. */
class OverviewsTest {
    private static final Course COURSE = Course.find(Path.of(""));

    /** Each test that spoils it mends it, too. */
    private static CopyOfCourse copy;

    @BeforeAll
    static void copy(@TempDir Path folder) throws IOException {
        copy = CopyOfCourse.in(folder);
    }

    @Test
    void everyOverviewIsAsTheSourcesGiveIt() {
        assertEquals(List.of(), Overviews.check(COURSE));
    }

    @ParameterizedTest
    @CsvSource({
        "lectures/slides.adoc, [04], [05]",
        "lectures/claims.adoc, #false#, #true#",
        "lectures/errata.adoc, Transmission, Transport",
        "lectures/questions.adoc, 53764, 1234",
        "README.adoc, ./jbang five-writes, ./jbang six-writes"
    })
    void aSpoiledOneIsFoundAndWrittenAnew(String text, String good, String bad)
            throws IOException {
        String whole = Files.readString(copy.file(text));
        copy.spoil(text, good, bad);
        Drift drift = onlyDrift();
        assertEquals(copy.file(text), drift.file());
        String told = Files.readAllLines(drift.file()).get(drift.line() - 1);
        assertTrue(drift.message().startsWith("the text says \"" + told + "\""), drift::message);
        Overviews.mend(copy.course());
        assertEquals(whole, Files.readString(copy.file(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slides", "claims", "errata", "questions"})
    void aMissingOneIsFoundAndWritten(String name) throws IOException {
        Path text = copy.file("lectures/" + name + ".adoc");
        String whole = Files.readString(text);
        Files.delete(text);
        List<Drift> drifts = Overviews.mend(copy.course());
        assertEquals(List.of(text), drifts.stream().map(Drift::file).toList());
        assertEquals(whole, Files.readString(text));
    }

    @Test
    void aTextWithoutAPlaceForTheSyllabusIsFound() throws IOException {
        copy.spoil("README.adoc", "// end::syllabus[]", "// and so on");
        assertEquals(
                "the syllabus has no place: // tag::syllabus[] and // end::syllabus[]",
                onlyDrift().message());
        copy.spoil("README.adoc", "// and so on", "// end::syllabus[]");
    }

    @Test
    void everyIdHasItsAnchor() throws IOException {
        Syllabus syllabus = Syllabus.of(COURSE);
        List<String> missing = new ArrayList<>();
        String slides = page("slides");
        for (Unit unit : syllabus.units()) {
            for (String id : List.of(unit.id(), unit.slideId())) {
                if (!slides.contains("|[[" + id + "]]")) missing.add(id);
            }
        }
        for (Remark.Kind kind : Remark.Kind.values()) {
            String page = page(Ways.page(kind));
            for (Remark remark : syllabus.remarks(kind)) {
                if (!page.contains("|[[" + remark.anchor() + "]]")) missing.add(remark.name());
            }
        }
        assertEquals(List.of(), missing);
    }

    private static String page(String name) throws IOException {
        return Files.readString(COURSE.root().resolve("lectures/" + name + ".adoc"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    a socket's end, 5 of 7; a socket's end, 5 of 7
                    call `getpid()`, please; call `+getpid()+`, please
                    `a+b` and c++; `pass:c[a+b]` and pass:c[c++]
                    a *pointer (C) of {x}; a +*pointer+ +(C)+ of +{x}+
                    in_port_t, not _this_; in_port_t, not +_this_+
                    f((a, b)) [ran]; +f((a,+ b)) [ran]
                    http://x.org:80/#a and a::b; +http://x.org:80/#a+ and +a::b+
                    one|two; one\\|two
                    """)
    void wordsStayWhatTheyAre(String words, String asciidoc) {
        assertEquals(asciidoc, Prose.inCell(words));
    }

    private static Drift onlyDrift() {
        List<Drift> drifts = Overviews.check(copy.course());
        assertEquals(1, drifts.size(), drifts::toString);
        return drifts.getFirst();
    }
}
