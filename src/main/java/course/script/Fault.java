package course.script;

import java.nio.file.Path;

/**
 * Something in the repository that is not as it must be.
 *
 * @param line counted from 1
 */
record Fault(Path file, int line, String message) {
    String in(Course course) {
        return course.within(file) + ":" + line + ": " + message;
    }
}
