package course.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * No slide is skipped: every unit has one home, every claim its verdict, every erratum its place,
 * every question its answer.
 */
class SyllabusTest {
    private static final Map<String, String> FILES =
            Map.of(
                    "TEXT", "lectures/04-first-server-and-client/README.adoc",
                    "SCRIPT", "lectures/04-first-server-and-client/SimpleServer.java",
                    "CLOSING", "lectures/08-closing/README.adoc",
                    "SLIDES", "lectures/slides.tsv",
                    "CLAIMS", "lectures/claims.tsv",
                    "ERRATA", "lectures/errata.tsv",
                    "QUESTIONS", "lectures/questions.tsv");

    private static CopyOfCourse copy;

    @BeforeAll
    static void copy(@TempDir Path folder) throws IOException {
        copy = CopyOfCourse.in(folder);
    }

    @Test
    void nothingIsMissingOrTwice() {
        assertEquals(List.of(), Coverage.faults(Course.find(Path.of(""))));
    }

    /** TEXT is that of lecture 04, SLIDES and the others are tables. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    TEXT | P-09 P-10a | P-10a | SLIDES: P-09 has no home in any lecture
                    TEXT | K-10 K-14a | K-10 K-01 | TEXT: K-01 is at home twice: in 01-
                    TEXT | K-10 K-14a | K-10 K-10 | TEXT: K-10 is at home twice: in 04-
                    TEXT | K-10 K-14a | K-10 K-14a X-9 | TEXT: there is no unit X-9
                    TEXT | id=claim-61 | id=claim-610 | TEXT: claim 61 is not settled
                    TEXT | id=claim-61 | id=claim-610 | TEXT: there is no claim 610
                    TEXT | id=claim-61 | id=claim-62 | TEXT: claim 62 is at home elsewhere
                    TEXT | id=claim-61 | id=claim-21 | TEXT: claim 21 is settled twice
                    TEXT | id=claim-61,v | id=claim-61,V | TEXT: not a claim: [.claim,id=claim-61
                    TEXT | verdict=false | verdict=true | TEXT: claim 21 is false in claims.tsv
                    TEXT | by=UntilClosed | by=StaleBuffer | TEXT: no program StaleBuffer here says
                    TEXT | [[ER-78]] | `` | TEXT: ER-78 is not told
                    TEXT | [[ER-78]] | [[ER-01]] | TEXT: ER-01 is at home elsewhere
                    TEXT | [[ER-78]] | [[ER-77]] | TEXT: ER-77 is told twice
                    TEXT | [[ER-78]] | [[ER-999]] | TEXT: there is no erratum ER-999
                    CLOSING | [#Q3% | [% | CLOSING: Q3 is not answered
                    CLOSING | [#Q3% | [#Q4% | CLOSING: Q4 is answered twice
                    CLOSING | [#Q3% | [#Q6% | CLOSING: Q6 is at home elsewhere
                    CLOSING | [#Q3% | [#Q99% | CLOSING: there is no question Q99
                    CLAIMS | E-35a | E-99z | CLAIMS: claim 21: there is no unit E-99z in slides.tsv
                    CLAIMS | `\tfalse\t` | `\twrong\t` | CLAIMS: claim 8: no verdict: "wrong"
                    ERRATA | ER-02 | ER-01 | ERRATA: ER-01 stands here twice
                    ERRATA | E-29c | E-290c | ERRATA: ER-01: there is no unit E-290c
                    QUESTIONS | K-04c | K-44c | QUESTIONS: Q1: there is no unit K-44c
                    SLIDES | E-36 | E-37a | SLIDES: E-37a stands here twice
                    SCRIPT | P-10b | P-10z | SCRIPT: there is no unit P-10z
                    SCRIPT | Claims: 21 86 | Claims: 21 860 | SCRIPT: there is no claim 860
                    """)
    void whatIsSpoiledIsFound(String file, String good, String bad, String fault)
            throws IOException {
        List<String> faults = faultsWith(FILES.get(file), good, bad);
        String where = fault.substring(0, fault.indexOf(':'));
        String what = fault.substring(fault.indexOf(':') + 2);
        Pattern expected =
                Pattern.compile(
                        Pattern.quote(FILES.get(where)) + ":\\d+: " + Pattern.quote(what) + ".*");
        assertTrue(
                faults.stream().anyMatch(expected.asMatchPredicate()),
                () -> fault + " is not among " + faults);
    }

    @Test
    void aFaultInATableHasItsLine() throws IOException {
        String fault = faultsWith(FILES.get("TEXT"), "P-09 P-10a", "P-10a").getFirst();
        int line = Integer.parseInt(fault.split(":")[1]);
        assertEquals("lectures/slides.tsv:" + line + ": P-09 has no home in any lecture", fault);
        String row = Files.readAllLines(copy.file("lectures/slides.tsv")).get(line - 1);
        assertTrue(row.startsWith("P-09\t"), row);
    }

    @Test
    void whatIsWrittenNoLongerWaits() throws IOException {
        String header = "lecture\ttitle\tslides\n";
        String lecture = "04-first-server-and-client";
        String row = lecture + "\tThe first server\tK-10\n";
        List<String> faults = faultsWith("lectures/plan.tsv", header, header + row);
        assertEquals(
                List.of(
                        "lectures/plan.tsv:2: " + lecture + " is written, and still waits here",
                        "lectures/plan.tsv:2: K-10 is at home twice: in %s and in %1$s"
                                .formatted(lecture)),
                faults);
    }

    /** The copy is as before when its faults are known. */
    private static List<String> faultsWith(String file, String good, String bad)
            throws IOException {
        String whole = Files.readString(copy.file(file));
        copy.spoil(file, good, bad == null ? "" : bad);
        try {
            return Coverage.faults(copy.course());
        } finally {
            Files.writeString(copy.file(file), whole);
        }
    }
}
