package course.cli;

import course.grade.Watch;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a long work is, how fast it goes, and how long it will take: on a terminal, a bar. */
final class Pace implements Watch, AutoCloseable {
    /** With the time left it fits into half a terminal. */
    private static final int BAR = 12;

    private static final String CLEARED = "\r\u001b[K";

    /** A line that is too long is cut: of one that goes on below, the upper part would stay. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAPPED = "\u001b[?7h";

    private final PrintWriter to;
    private final boolean watched =
            System.console() != null && System.console().isTerminal();
    private final long begun = System.nanoTime();
    private int before = -1;

    Pace(PrintWriter to) {
        this.to = to;
    }

    @Override
    public synchronized void done(int done, int all) {
        // what an earlier run has done says nothing about how fast this one is
        if (before < 0) before = done;
        if (watched) show(line(done, all, done - before, (System.nanoTime() - begun) / 1e9));
    }

    static String line(int done, int all, int now, double seconds) {
        int full = all == 0 ? BAR : BAR * done / all;
        String bar = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + " of " + all;
        if (now == 0) return bar;
        long left = Math.round(seconds / now * (all - done));
        return bar + String.format(Locale.ROOT, ", %d:%02d left, %.0f a minute",
                left / 60, left % 60, now * 60 / seconds);
    }

    @Override
    public synchronized void says(String line) {
        close();
        to.println("course: " + line);
        to.flush();
    }

    private void show(String line) {
        to.print(CLEARED + CUT + line + WRAPPED);
        to.flush();
    }

    @Override
    public synchronized void close() {
        if (!watched) return;
        to.print(CLEARED);
        to.flush();
    }
}
