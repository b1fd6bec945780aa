package course.grade;

import course.check.Quoted;
import course.check.Report.Status;
import course.grade.Outcome.Test;
import course.grade.Sequence.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a student is told of a test, as plain text: other programs show it as it is. */
final class Feedback {
    private static final int LONGEST = 400;

    private Feedback() {}

    static List<String> lines(Graded g, Test t) {
        List<String> lines = new ArrayList<>();
        switch (t.status()) {
            case PASSED -> { }
            case FAILED -> failed(t, lines);
            case SKIPPED -> lines.add("skipped: " + because(g, t));
            case NOT_RUN -> because(g, t).lines().forEach(lines::add);
        }
        return lines.stream().map(line -> Quoted.line(line, LONGEST)).toList();
    }

    static String text(Graded g, Test t) {
        return lines(g, t).stream().collect(Collectors.joining("\n"));
    }

    private static void failed(Test t, List<String> lines) {
        lines.addAll(t.story());
        t.mistake().ifPresent(m ->
                lines.add("Looks like: " + m.title() + ". " + m.hint()));
        if (t.hint().isEmpty()) lines.add("What it tried is not shown.");
        else lines.add(hint(t));
    }

    static String hint(Test t) {
        return t.hint().isEmpty() ? "" : "Hint: " + t.hint() + " (lecture " + t.lecture() + ")";
    }

    /** Why a test was not passed, in one line. */
    static String reason(Graded g, Test t) {
        if (t.status() != Status.FAILED) return one(because(g, t));
        Optional<String> wrong = t.sequence().steps().stream()
                .filter(s -> s.kind() == Kind.WRONG).map(Sequence.Step::text).findFirst();
        return one(wrong.or(() -> t.mistake().map(Outcome.Named::title))
                .orElse("what it tried is not shown"));
    }

    private static String because(Graded g, Test t) {
        return t.because().or(g.outcome()::trouble).orElse("it was not run");
    }

    private static String one(String text) {
        return Quoted.line(text.lines().findFirst().orElse(""), LONGEST);
    }
}
