package course.grade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Complaint;
import course.submit.Roster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A gradebook gets its points, and is else the file that it was, byte for byte. */
class GradebookTest {
    private static final String CANVAS = """
            \ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Echo Server (77),"Essay, long (78)",\
            Current Score\r
            ,,,,,Manual Posting,,\r
                Points Possible,,,,,20.00,10.0,(read only)\r
            "Lovelace, Ada",101,s1,ada,"Mo ""A""\r
            Tu",,9.5, 88,5 \r
            "Grün, Jürgen",102,s2,juergen,Mo,"4.00",,=1+1\r
            Excused Eve,103,s3,eve,Mo,EX,,\r
            Dan,104,s4,dan,Mo,18.00,,\r
            "Student, Test",105,,,Mo,,,""";

    /** What {@code mod_assign} writes for an offline worksheet. */
    private static final String MOODLE = """
            Identifier,"Full name","Email address",Status,Grade,"Maximum Grade",\
            "Grade can be changed","Last modified (submission)","Last modified (grade)",\
            "Feedback comments"
            "Participant 11","Ada Lovelace",ada@uni.example,Submitted,,"15,00",Yes,-,-,
            "Participant 12","Kim Lee",kim@uni.example,Submitted,"3,00","15,00",Yes,-,-,"@well"
            "Participant 13","Kim Lee",kim2@uni.example,Submitted,,"15,00",Yes,-,-,
            "Participant 14","Dan Old",dan@uni.example,Submitted,"1,00","15,00",No,-,-,
            """;

    @TempDir Path folder;

    private Gradebook.Filled fill(byte[] file, Optional<String> column, SchoolClass all)
            throws IOException {
        return Gradebook.of(Files.write(folder.resolve("g.csv"), file)).with(all, column);
    }

    private Gradebook.Filled fill(String file, SchoolClass all) throws IOException {
        return fill(file.getBytes(StandardCharsets.UTF_8), Optional.empty(), all);
    }

    private List<String> remarks(Gradebook.Filled filled) {
        return filled.remarks().stream().map(r -> r.replaceFirst("^.*g\\.csv: ", "")).toList();
    }

    private static String text(Gradebook.Filled filled) {
        return new String(filled.bytes(), StandardCharsets.UTF_8);
    }

    private static SchoolClass echo(Graded... graded) {
        return ByHand.school(List.of(), graded);
    }

    @Test
    void canvasGetsTheCellsAndNothingElse() throws IOException {
        Gradebook.Filled filled = fill(CANVAS, echo(ByHand.points("ada", "EchoServer", 20),
                ByHand.points("JUERGEN", "EchoServer", 17), ByHand.points("dan", "EchoServer", 18),
                ByHand.points("eve", "EchoServer", 5), ByHand.points("zoe", "EchoServer", 5)));
        assertEquals(CANVAS.replace("Tu\",,9.5", "Tu\",20,9.5").replace("\"4.00\"", "\"17\""),
                text(filled));
        assertEquals("2 new, 1 old", filled.written() + " new, " + filled.same() + " old");
        assertEquals(List.of("zoe is in no row", "eve is excused, and stays so"), remarks(filled));
    }

    @Test
    void withNothingToWriteEveryByteStays() throws IOException {
        byte[] latin = CANVAS.substring(1).replace(",", ";").replace("\r\n", "\r")
                .getBytes(Charset.forName("windows-1252"));
        Graded dan = ByHand.points("dan", "EchoServer", 18);
        assertArrayEquals(latin, fill(latin, Optional.empty(), echo(dan)).bytes());
        Gradebook.Filled some = fill(latin, Optional.empty(),
                echo(ByHand.points("ada", "EchoServer", 3)));
        assertEquals(latin.length + 1, some.bytes().length);
        assertEquals(List.of(), remarks(some));
    }

    /** The LMS made these names, an intake the ids of them. */
    @Test
    void whoWasNamedByCanvasIsFoundAgain() throws IOException {
        Gradebook.Filled filled = fill(CANVAS,
                echo(ByHand.points("lovelaceada-101", "EchoServer", 1),
                        ByHand.points("grun-jurgen-102", "EchoServer", 2),
                        ByHand.points("ada-lovelace-102", "EchoServer", 9),
                        ByHand.points("101", "EchoServer", 9)));
        assertEquals(CANVAS.replace("Tu\",,9.5", "Tu\",1,9.5").replace("\"4.00\"", "\"2\""),
                text(filled));
        assertEquals(List.of("101 is in no row", "ada-lovelace-102 is in no row"),
                remarks(filled));
    }

    @Test
    void pointsStayBelowTheColumnsMaximum() throws IOException {
        String ten = CANVAS.replace("20.00", "10,5").replace(",,10,5", ",,\"10,5\"");
        Gradebook.Filled filled = fill(ten, echo(ByHand.points("ada", "EchoServer", 20),
                ByHand.points("juergen", "EchoServer", 7)));
        assertTrue(text(filled).contains("Tu\",10.5,9.5"), text(filled));
        assertTrue(text(filled).contains(",\"7\","), text(filled));
        assertEquals(List.of("\"Echo Server (77)\" has room for fewer points than were earned;"
                + " cut for ada"), remarks(filled));
    }

    @Test
    void columnsAreNotGuessed() throws IOException {
        SchoolClass two = echo(ByHand.points("ada", "EchoServer", 2),
                ByHand.points("ada", "ChatRoom", 5));
        assertEquals(List.of("no column for ChatRoom, so it is not filled; --column TITLE says"
                + " which"), remarks(fill(CANVAS, two)));
        String twice = CANVAS.replace("\"Essay, long (78)\"", "echo-server (79)");
        Gradebook.Filled filled = fill(twice, two);
        assertEquals(twice, text(filled));
        assertTrue(remarks(filled).getLast().startsWith("2 columns for EchoServer"));
        Gradebook.Filled sum = fill(CANVAS.getBytes(StandardCharsets.UTF_8),
                Optional.of("Essay, long"), two);
        assertEquals(CANVAS.replace(",9.5,", ",7,"), text(sum));
        // without Canvas's number it is no assignment, and filling it would make a new one
        assertEquals(List.of("no column for Current Score, so it is not filled; --column TITLE"
                + " says which"), remarks(fill(CANVAS.getBytes(StandardCharsets.UTF_8),
                        Optional.of("Current Score"), two)));
    }

    @Test
    void aWorksheetOfMoodle() throws IOException {
        List<Roster.Student> roster = List.of(
                ByHand.student("a1", "Lovelace Ada", ""), ByHand.student("k1", "Kim Lee", ""),
                ByHand.student("k2", "Somebody Else", "KIM2@uni.example"),
                ByHand.student("d1", "", "", "14"));
        Gradebook.Filled filled = fill(MOODLE, ByHand.school(roster,
                ByHand.points("a1", "EchoServer", 20), ByHand.points("k1", "EchoServer", 4),
                ByHand.points("k2", "EchoServer", 5), ByHand.points("d1", "EchoServer", 6)));
        assertEquals(MOODLE
                        .replace("ada@uni.example,Submitted,,", "ada@uni.example,Submitted,15,")
                        .replace("kim2@uni.example,Submitted,,", "kim2@uni.example,Submitted,5,"),
                text(filled));
        assertEquals(List.of("k1 may be row 3 or 4",
                "d1: the grade cannot be changed, says Moodle",
                "\"Grade\" has room for fewer points than were earned; cut for a1"),
                remarks(filled));
        List<String> columns = text(filled).lines().findFirst().orElseThrow()
                .replace("\"", "").lines().toList();
        for (String needed : List.of("Identifier", "Grade", "Last modified (grade)")) {
            assertTrue(List.of(columns.getFirst().split(",")).contains(needed), needed);
        }
    }

    /** The words of another language, and the report of all grades. */
    @Test
    void moodleInOtherWords() throws IOException {
        String german = MOODLE.replace("Identifier", "ID").replace("Participant", "Teilnehmer/in")
                .replace("Grade,", "Bewertung,").replace("(grade)", "(Bewertung)")
                .replace("Full name", "Vollständiger Name")
                .replace("Email address", "E-Mail-Adresse");
        SchoolClass one = ByHand.school(List.of(),
                ByHand.points("kim2@uni.example", "EchoServer", 5));
        assertTrue(remarks(fill(german, one)).getFirst().startsWith("no column for EchoServer"));
        assertEquals(german.replace("kim2@uni.example,Submitted,,",
                        "kim2@uni.example,Submitted,5,"),
                text(fill(german.getBytes(StandardCharsets.UTF_8), Optional.of("Bewertung"), one)));
        String report = "First name,Surname,ID number,Assignment: Echo Server (Real)\n"
                + "Kim,Lee,kim2@uni.example,-\nKim,Lee,x7,-\n";
        assertEquals(report.replace("example,-", "example,5"), text(fill(report, one)));
    }

    @Test
    void twoWhoMayBeTheSameRowAreNotWritten() throws IOException {
        Gradebook.Filled filled = fill(CANVAS, ByHand.school(
                List.of(ByHand.student("x1", "Ada Lovelace", ""),
                        ByHand.student("x2", "", "", "101")),
                ByHand.points("x1", "EchoServer", 1), ByHand.points("x2", "EchoServer", 2)));
        assertEquals(CANVAS, text(filled));
        assertEquals(List.of("x1 may be row 4, as may x2", "x2 may be row 4, as may x1"),
                remarks(filled));
    }

    /** A number in the roster is Canvas's, and by chance another one's login. */
    @Test
    void twoMeaningsOfANumberAreNotChosenFrom() throws IOException {
        String chance = CANVAS.replace(",s4,", ",101,");
        Gradebook.Filled filled = fill(chance, ByHand.school(
                List.of(ByHand.student("x2", "", "", "101")),
                ByHand.points("x2", "EchoServer", 2)));
        assertEquals(chance.replace("Tu\",,9.5", "Tu\",2,9.5"), text(filled));
    }

    @Test
    void whereTheGraderBrokeNothingIsWritten() throws IOException {
        Gradebook.Filled filled = fill(CANVAS, echo(ByHand.broken("dan", "EchoServer")));
        assertEquals(CANVAS, text(filled));
        assertEquals(List.of("dan: the grader broke; the cell is left as it is"), remarks(filled));
    }

    @Test
    void whatIsNoGradebookIsRefused() throws IOException {
        for (String bad : List.of(
                "", "a,b\n", "a,b\n1,2\n", "Student,\"ID\nx", "a,\"b\"c\n1,2\n",
                "Student,ID,Section,Echo (7)\n",
                "Student,ID,Section,\"Echo\" (7)\"\nAda,1,s,\n")) {
            Path file = Files.writeString(folder.resolve("bad.csv"), bad);
            Complaint c = assertThrows(Complaint.class, () -> Gradebook.of(file), bad);
            assertEquals(2, c.status());
        }
        Path wide = folder.resolve("wide.csv");
        Files.write(wide, CANVAS.getBytes(StandardCharsets.UTF_16));
        assertTrue(assertThrows(Complaint.class, () -> Gradebook.of(wide)).getMessage()
                .endsWith("is not UTF-8"));
    }
}
