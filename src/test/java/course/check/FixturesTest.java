package course.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.check.Report.Result;
import course.check.Report.Status;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.wire.Mishap;
import course.wire.Patience;
import course.wire.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a check can do that no exercise of the course needs yet: datagrams that get lost, doubled
 * and mixed up, and the mistakes that only they bring to light; clients that speak UDP; programs
 * without a socket; stories that are not told in full.
 */
class FixturesTest {
    private final Course course =
            new Course(Path.of("src/test/resources/course/check/fixtures").toAbsolutePath());
    private final Exercise exercise = exercise("Parcels");
    private final Workshop workshop = new Workshop(Path.of("target", "built").toAbsolutePath());

    private Exercise exercise(String name) {
        return course.exercise(name).orElseThrow();
    }

    private Report examine(Path file) {
        return examine(exercise, file);
    }

    private Report examine(Exercise exercise, Path file) {
        return new Examiner(workshop, Patience.USUAL).examine(exercise, file, 3);
    }

    private static Result result(Report report, String test) {
        return report.tests().stream().filter(r -> r.name().equals(test)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parcels", "Asker", "Shout"})
    void aCorrectProgramIsAccusedOfNothing(String name) {
        Report report = examine(exercise(name), exercise(name).solution());
        assertTrue(report.fullMarks(), TextReport.of(report, Ink.PLAIN, ""));
    }

    @Test
    void aClientThatBelievesStrangersIsFound() {
        Exercise asker = exercise("Asker");
        Report report = examine(asker, asker.solutions().resolve("attempts/AskerCredulous.java"));
        assertEquals(Status.PASSED, result(report, "again").status());
        assertEquals(Status.FAILED, result(report, "stranger").status());
    }

    @Test
    void whatNeedsAFailedTestIsSkippedWithTheReason() {
        Exercise shout = exercise("Shout");
        Report report = examine(shout, shout.solutions().resolve("attempts/ShoutMumbles.java"));
        assertEquals(Status.FAILED, result(report, "shouts").status());
        assertEquals(Status.SKIPPED, result(report, "silent").status());
        String text = TextReport.of(report, Ink.PLAIN, "");
        assertTrue(text.contains("0/1  is silent without input  (skipped: it needs \"shouts\")"),
                text);
        assertTrue(JsonReport.of(report).contains("\"because\" : \"it needs"), text);
    }

    @Test
    void aTestStandsAfterWhatItNeeds() {
        Complaint said = assertThrows(Complaint.class, () -> Paper.of(OutOfOrder.class));
        assertTrue(said.getMessage().contains("late comes after early"), said.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"ByteOrder,numbers,BYTE_ORDER", "Sign,numbers,SIGN",
            "ForgetsLength,lengths,DATAGRAM_LENGTH", "TrustsOrder,order,TRUSTS_ORDER"})
    void itsMistakeIsRecognised(String attempt, String test, Mistake mistake) {
        Path file = exercise.solutions().resolve("attempts/Parcels" + attempt + ".java");
        Report report = examine(file);
        String text = TextReport.of(report, Ink.PLAIN, "");
        Result failed = result(report, test);
        assertAll(
                () -> assertEquals(Status.FAILED, failed.status(), text),
                () -> assertEquals(Optional.of(mistake), failed.mistake(), text),
                () -> assertEquals(4, report.score(), text));
    }

    @Test
    void scriptsAreReadAndSeedsRepeat() {
        assertEquals(List.of(new Mishap(Mishap.Kind.DROP, 2, 0),
                new Mishap(Mishap.Kind.TRUNCATE, 4, 3)), Mishap.script("drop 2, truncate 4 to 3"));
        assertThrows(IllegalArgumentException.class, () -> Mishap.script("lose 2"));
        assertThrows(IllegalArgumentException.class, () -> Mishap.script("drop 0"));
    }

    /** What a test does not show stands in no format. */
    @Test
    void disclosureIsTheSameEverywhere() {
        Path file = exercise.solutions().resolve("attempts/ParcelsTrustsOrder.java");
        Report report = examine(file);
        Result hint = result(report, "order");
        assertEquals(Optional.empty(), hint.story());
        assertEquals("h", hint.hint());
        assertTrue(Disclosure.NONE.of(new Story()).isEmpty());
        String text = TextReport.of(report, Ink.PLAIN, "") + JsonReport.of(report);
        assertTrue(!text.contains("duplicate") && !text.contains("ABCD"), text);
    }

    @Test
    void actualOnlyShowsNothingOfOurs() {
        Story story = new Story();
        byte[] secret = {42};
        story.step("client 1", "sends a secret");
        story.add(at -> new Story.Sent(at, "client 1", secret));
        story.add(at -> new Story.Expected(at, "client 1", secret));
        story.add(at -> new Story.Came(at, "client 1", new byte[] {7}));
        story.add(at -> new Story.Missed(at, "client 1", "42 was expected", 0, secret, 0));
        Story shown = Disclosure.ACTUAL.of(story).orElseThrow();
        String told = String.join("\n", Telling.lines(shown, Ink.PLAIN));
        assertTrue(told.contains("07") && !told.contains("42") && !told.contains("2a")
                && !told.contains("secret"), told);
    }
}

/** Its tests would wait for one another for ever. */
class OutOfOrder {
    @Check(points = 1, title = "t", hint = "h", lecture = "l", after = "early")
    void late() {}

    @Check(points = 1, title = "t", hint = "h", lecture = "l")
    void early() {}
}
