package course.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** A sign of life for whoever waits at a terminal, if it takes long. */
final class Progress implements AutoCloseable {
    private final Thread ticking;

    private Progress(Thread ticking) {
        this.ticking = ticking;
    }

    static Progress after(Duration silence, String what, PrintWriter to) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return new Progress(
                watched ? Thread.ofVirtual().start(() -> tick(silence, what, to)) : null);
    }

    private static void tick(Duration silence, String what, PrintWriter to) {
        try {
            Thread.sleep(silence);
            for (int seconds = (int) silence.toSeconds(); ; seconds++) {
                to.print("\r" + what + " \u2026 " + seconds + " s");
                to.flush();
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException done) {
            to.print("\r\u001b[K");
            to.flush();
        }
    }

    @Override
    public void close() {
        if (ticking == null) return;
        ticking.interrupt();
        try {
            ticking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
