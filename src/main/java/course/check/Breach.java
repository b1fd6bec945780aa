package course.check;

import course.script.Course;
import java.nio.file.Path;

/**
 * A place where an exercise breaks a law.
 *
 * @param line counted from 1
 * @param report of the run that showed it; empty if nothing was run
 */
public record Breach(Path file, int line, String message, String report) {
    static Breach at(Path file, int line, String message) {
        return new Breach(file, line, message, "");
    }

    /** One line, as a compiler would say it. */
    @Override
    public String toString() {
        return Course.shown(file) + ":" + line + ": " + message;
    }
}
