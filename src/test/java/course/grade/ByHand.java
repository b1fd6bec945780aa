package course.grade;

import course.check.Report.Status;
import course.grade.Outcome.Named;
import course.submit.Roster;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Programs that nobody wrote, and what is said to have come of them. */
final class ByHand {
    static final Instant GRADED = Instant.parse("2026-11-02T09:30:00Z");
    static final Instant HANDED_IN = Instant.parse("2026-11-01T10:00:00Z");

    /** A workflow command, a spreadsheet's formula, markup, and a terminal's command. */
    static final String EVIL = "::notice title=Autograding report::<b>\u001b[31m##[error]";

    private ByHand() {}

    static Outcome.Test test(String name, int points, int max, Status status) {
        boolean failed = status == Status.FAILED;
        Sequence wrong = new Sequence(List.of("the client", "the program"),
                List.of(new Sequence.Step(Sequence.Kind.WRONG, 0, "expected 5 bytes, got 3")));
        return new Outcome.Test(name, "does " + name, points, max, status,
                status == Status.SKIPPED ? Optional.of("it needs \"does one\"") : Optional.empty(),
                name.equals("secret"),
                failed ? Optional.of(new Named("ONE_READ", "one read", "Read on."))
                        : Optional.empty(),
                failed ? "Think of streams." : "", "07-reading-and-writing",
                failed ? List.of("  1  the client sends", EVIL) : List.of(),
                failed ? wrong : Sequence.NONE);
    }

    /** Six of ten points: one passed, one failed, one was skipped, one is of the hidden check. */
    static List<Outcome.Test> tests() {
        return List.of(test("one", 4, 4, Status.PASSED), test("two", 0, 3, Status.FAILED),
                test("three", 0, 1, Status.SKIPPED), test("secret", 2, 2, Status.PASSED));
    }

    static Graded graded(String student, String exercise) {
        return graded(student, exercise, new Outcome(false, "bubblewrap", Optional.empty(),
                tests(), 1234, Set.of()));
    }

    static Graded graded(String student, String exercise, Outcome outcome) {
        String sha256 = HexFormat.of().formatHex(Digest.sha256().digest(
                (student + exercise).getBytes(StandardCharsets.UTF_8)));
        return new Graded(new Handed(student, exercise, exercise + ".java", sha256,
                Optional.of(HANDED_IN), false, List.of("a remark"), student + ".zip"), 7, "v1",
                outcome, GRADED);
    }

    /** With so many of 20 points. */
    static Graded points(String student, String exercise, int points) {
        return graded(student, exercise, new Outcome(false, "bubblewrap", Optional.empty(),
                List.of(test("one", points, 20, points == 20 ? Status.PASSED : Status.FAILED)),
                1, Set.of()));
    }

    static Graded broken(String student, String exercise) {
        return graded(student, exercise, Outcome.broken("/home/us/log", "bubblewrap"));
    }

    /** What did not compile. */
    static Graded notRun(String student, String exercise) {
        return graded(student, exercise, new Outcome(false, "bubblewrap",
                Optional.of("error: ';' expected\n" + EVIL),
                IntStream.of(1, 2).mapToObj(i -> test("t" + i, 0, i, Status.NOT_RUN)).toList(), 1,
                Set.of()));
    }

    static SchoolClass school(List<Roster.Student> roster, Graded... graded) {
        return new SchoolClass(List.of(graded).stream().sorted(Graded.ORDER).toList(), List.of(),
                List.of(), roster, "bubblewrap", Optional.empty());
    }

    static Roster.Student student(String id, String name, String email, String... others) {
        return new Roster.Student(id, name, email, List.of(others));
    }
}
