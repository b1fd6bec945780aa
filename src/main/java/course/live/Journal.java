package course.live;

import com.sun.net.httpserver.HttpExchange;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;

/** What the lecturer's terminal says during the hour; the same refusal only once. */
final class Journal {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Who asks in so many wrong ways need not be heard any more. */
    private static final int MOST_REFUSALS = 500;

    private final PrintStream to;
    private final Set<String> refused = new HashSet<>();

    Journal(PrintStream to) {
        this.to = to;
    }

    synchronized void says(String line) {
        to.println(LocalTime.now().format(CLOCK) + " " + line);
        to.flush();
    }

    synchronized void refused(HttpExchange x, Refusal refusal) {
        String who = x.getRemoteAddress().getAddress().getHostAddress();
        String what = refusal.status() + " " + refusal.getMessage();
        if (refused.size() >= MOST_REFUSALS || !refused.add(who + " " + what)) return;
        says("refused " + who + ": " + what);
        if (refused.size() == MOST_REFUSALS) says("further refusals are not told");
    }
}
