package course.live;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What happened in the hour, to be kept: where one was, what was asked, what ran. */
final class Transcript {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MOST_LINES = 20_000;

    private final List<String> lines = new ArrayList<>();

    synchronized void note(String line) {
        if (lines.size() < MOST_LINES) lines.add(LocalTime.now().format(CLOCK) + "  " + line);
    }

    synchronized String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
