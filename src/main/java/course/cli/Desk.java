package course.cli;

import course.check.Standing;
import course.script.Course;
import course.script.Exercise;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** What one sees of a sitting: on a terminal a page for each check, else only lines. */
final class Desk {
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String NEW_PAGE = "\u001b[H\u001b[2J";
    private static final String KEYS =
            "n next exercise · h one more hint · l list · c check now · r reset · q quit";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean plain;
    private final boolean needsEnter;
    private Progress waiting;
    private boolean keeping;

    Desk(PrintWriter out, PrintWriter err, boolean plain, boolean needsEnter) {
        this.out = out;
        this.err = err;
        this.plain = plain;
        this.needsEnter = needsEnter;
    }

    boolean plain() {
        return plain;
    }

    boolean needsEnter() {
        return needsEnter;
    }

    void opens() {
        if (plain) says("Each save is checked. Ctrl-C ends this.");
        else keeps();
    }

    /** The next check begins no new page: what stands there is not read yet. */
    void keeps() {
        keeping = true;
    }

    void begins(Exercise exercise, Path file) {
        if (!plain && !keeping) out.print(NEW_PAGE);
        keeping = false;
        String now = LocalTime.now().format(CLOCK);
        says("");
        says(now + " checking " + Course.shown(file));
        if (!plain) waiting = Progress.after(SILENCE, "checking " + exercise.name(), err);
    }

    /** The check has ended, or nobody waits for it any more. */
    void stops() {
        if (waiting != null) waiting.close();
    }

    void shows(String report) {
        out.print(report);
        out.flush();
    }

    void shows(Tally tally) {
        says(plain ? tally.words() : "\n" + tally.bar() + "\n" + KEYS);
    }

    void gone(Exercise exercise) {
        says(Course.shown(exercise.file()) + " is not there. When it is back, it is checked.");
    }

    void lists(List<Exercise> exercises, Exercise here, Map<String, Standing> standings) {
        for (Exercise e : exercises) {
            Standing standing = standings.getOrDefault(e.name(), Standing.NONE);
            String line = "%s %-22s %s".formatted(
                    e.equals(here) ? ">" : " ", e.name(), standing.marks());
            says(line.stripTrailing());
        }
    }

    void explains() {
        says(KEYS + (needsEnter ? "\nEnter after each." : ""));
    }

    void asks(String question) {
        out.print(question);
        out.flush();
    }

    void says(String lines) {
        out.println(lines);
        out.flush();
    }

    void complains(String line) {
        err.println("course: " + line);
    }
}
