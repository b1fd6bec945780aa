package course.grade;

import course.check.Quoted;
import course.submit.Roster;

import java.time.Instant;

/** A line for each program, and one for each who has handed in none: for any spreadsheet. */
final class MarksCsv {
    static final String FILE = "marks.csv";

    private static final int LONGEST = 400;

    private MarksCsv() {}

    static String of(SchoolClass all) {
        StringBuilder csv = new StringBuilder(Csv.line("student", "name", "email", "exercise",
                "score", "max", "submitted", "late", "status", "graded", "file"));
        for (Graded g : all.graded()) {
            Handed h = g.handed();
            Outcome o = g.outcome();
            csv.append(Csv.line(shown(h.student()),
                    shown(all.student(h.student()).map(Roster.Student::name).orElse("")),
                    shown(all.student(h.student()).map(Roster.Student::email).orElse("")),
                    h.exercise(), g.counts() ? o.score() : "", g.counts() ? o.max() : "",
                    h.at().map(Instant::toString).orElse(""), h.late() ? "late" : "",
                    g.counts() ? "graded" : "not graded", g.at(), shown(h.file())));
        }
        for (Roster.Student s : all.missing()) {
            csv.append(Csv.line(s.id(), shown(s.name()), shown(s.email()), "", "", "", "", "",
                    "not handed in", "", ""));
        }
        return csv.toString();
    }

    private static String shown(String text) {
        return Quoted.line(text, LONGEST);
    }
}
