package course.script;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** What makes the name of a file that is set aside its own, and sorts by age. */
public final class Stamp {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private Stamp() {}

    public static String now() {
        return LocalDateTime.now().format(FORMAT);
    }
}
