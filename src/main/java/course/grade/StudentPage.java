package course.grade;

import course.check.Report.Status;
import course.grade.Outcome.Test;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** What a student reads: the marks, then the story of each failure. */
final class StudentPage {
    private StudentPage() {}

    /** @param theirs all of one student */
    static String of(String student, List<Graded> theirs) {
        Page page = new Page(student);
        page.paragraph("", Points.of(theirs).told());
        for (Graded g : theirs) exercise(page, g);
        return page.html();
    }

    private static void exercise(Page page, Graded g) {
        Handed handed = g.handed();
        Outcome outcome = g.outcome();
        page.heading(handed.exercise() + (outcome.broken() ? ""
                : ": %d of %d points".formatted(outcome.score(), outcome.max())));
        String when = handed.at()
                .map(at -> ", handed in " + at.truncatedTo(ChronoUnit.SECONDS)).orElse("");
        page.paragraph("faint", handed.file() + when
                + (handed.late() ? ", late" : "") + ", graded " + g.at());
        if (outcome.broken()) {
            page.paragraph("remark", "The grader broke here. That costs you nothing; whoever grades"
                    + " has been told.");
            return;
        }
        outcome.trouble().ifPresent(t -> page.add(pre(t.lines().toList())));
        tests(page, outcome.tests());
        outcome.tests().stream().filter(t -> t.status() == Status.FAILED)
                .forEach(t -> story(page, t));
        page.paragraph("faint", "Contained by: " + outcome.containment());
    }

    private static void tests(Page page, List<Test> tests) {
        page.add("<table>");
        for (Test t : tests) {
            page.add("<tr><td class=\"%s\">%s</td><td class=\"number\">%d/%d</td><td>%s%s</td></tr>"
                    .formatted(t.status() == Status.PASSED ? "good" : "bad", word(t.status()),
                            t.points(), t.max(), Page.text(t.title()), addition(t)));
        }
        page.add("</table>");
    }

    private static String word(Status status) {
        return switch (status) {
            case PASSED -> "\u2714 passed";
            case FAILED -> "\u2718 failed";
            case SKIPPED -> "\u00b7 skipped";
            case NOT_RUN -> "\u00b7 not run";
        };
    }

    private static String addition(Test t) {
        String hidden = t.hidden() ? " <span class=\"faint\">(hidden check)</span>" : "";
        return hidden + t.because()
                .map(b -> " <span class=\"faint\">" + Page.text(b) + "</span>").orElse("");
    }

    private static void story(Page page, Test t) {
        page.add("<section class=\"test\"><h3><span class=\"bad\">\u2718</span> "
                + Page.text(t.title()) + "</h3>");
        if (!t.sequence().steps().isEmpty()) page.add(Drawing.of(t.sequence()));
        if (!t.story().isEmpty()) page.add(pre(t.story()));
        t.mistake().ifPresent(m -> page.add("<p><strong>Looks like: " + Page.text(m.title())
                + ".</strong> " + Page.text(m.hint()) + "</p>"));
        if (t.hint().isEmpty()) page.paragraph("faint", "What it tried is not shown.");
        else page.paragraph("", "Hint: " + t.hint() + " (lecture " + t.lecture() + ")");
        page.add("</section>");
    }

    private static String pre(List<String> lines) {
        return lines.stream().map(Page::text)
                .collect(Collectors.joining("\n", "<pre>", "</pre>"));
    }
}
