package course.check;

import course.check.Report.Result;
import course.check.Report.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as a student reads it: the marks, then the story of each failed test, then what to do.
 */
public final class TextReport {
    private static final int TROUBLE_LINES = 40;
    private static final int TROUBLE_WIDTH = 200;

    private static final int WIDTH = 90;

    private final Report report;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Report report, Ink ink) {
        this.report = report;
        this.ink = ink;
    }

    /** @param replay the command that runs the same check again */
    public static String of(Report report, Ink ink, String replay) {
        return String.join("\n", new TextReport(report, ink).lines(replay)) + "\n";
    }

    private List<String> lines(String replay) {
        report.trouble().ifPresent(t -> {
            lines.addAll(Quoted.lines(t, TROUBLE_LINES, TROUBLE_WIDTH).lines().toList());
            lines.add("");
        });
        for (Result r : report.tests()) {
            String because = r.because().map(b -> ink.faint("  (skipped: " + b + ")")).orElse("");
            lines.add(mark(r) + " %d/%d  ".formatted(r.points(), r.max()) + r.title() + because);
        }
        report.tests().stream().filter(r -> r.status() == Status.FAILED).forEach(this::explain);
        String score = "%s: %d of %d points".formatted(report.exercise(), report.score(),
                report.max());
        lines.add("");
        lines.add(report.fullMarks() ? ink.good(score) : ink.bold(score));
        lines.add(ink.faint("Contained by: " + report.containment()));
        lines.add(ink.faint("The same again: " + replay));
        return lines;
    }

    private String mark(Result r) {
        return switch (r.status()) {
            case PASSED -> ink.good("\u2714");
            case FAILED -> ink.bad("\u2718");
            case SKIPPED, NOT_RUN -> ink.faint("\u00b7");
        };
    }

    private void explain(Result r) {
        lines.add("");
        lines.add(ink.bold("\u2718 " + r.title()) + ink.faint("  (" + r.name() + ")"));
        r.story().ifPresent(s -> lines.addAll(Telling.lines(s, ink)));
        r.mistake().ifPresent(m -> {
            lines.add("  " + ink.bold("Looks like: " + m.title() + "."));
            paragraph(m.hint());
        });
        if (r.hint().isEmpty()) {
            lines.add("  What it tried is not shown.");
            return;
        }
        paragraph("Hint: " + r.hint());
        lines.add("  Lecture: " + r.mistake().map(Mistake::lecture).orElse(r.lecture()));
    }

    /** Broken between words where a terminal would break within one. */
    private void paragraph(String text) {
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }
}
