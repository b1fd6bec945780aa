package course.run;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that only needs its arguments: compiled if it had to be.
 *
 * @param reads the files and folders that it cannot start without
 * @param shares the folders in which it and whoever started it see the same, and both may write
 * @param proof a harmless command that works wherever this program can start
 */
public record Ready(
        List<String> command, List<Path> reads, List<Path> shares, List<String> proof) {
    public Ready(List<String> command, List<Path> reads, List<String> proof) {
        this(command, reads, List.of(), proof);
    }

    /** One of our own, which may read whatever we may. */
    public Ready(List<String> command) {
        this(command, List.of(), List.of());
    }

    /** The same program, with a folder that both sides may use. */
    public Ready sharing(Path folder) {
        return new Ready(command, reads, List.of(folder), proof);
    }
}
