package course.submit;

import java.nio.file.Path;

/** Who is in the class. */
public record Roster(Path file) {
    public static Roster of(Path file) {
        return new Roster(file);
    }
}
