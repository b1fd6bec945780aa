package course.sync;

import java.nio.file.Path;

/**
 * A place where a text does not say what is so.
 *
 * @param line counted from 1
 * @param mendable whether writing the text anew makes it true
 */
public record Drift(Path file, int line, String message, boolean mendable) {}
