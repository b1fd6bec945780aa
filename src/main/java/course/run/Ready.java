package course.run;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that only needs its arguments: compiled if it had to be.
 *
 * @param reads the files and folders that it cannot start without
 * @param proof a harmless command that works wherever this program can start
 */
public record Ready(List<String> command, List<Path> reads, List<String> proof) {
    /** One of our own, which may read whatever we may. */
    public Ready(List<String> command) {
        this(command, List.of(), List.of());
    }
}
