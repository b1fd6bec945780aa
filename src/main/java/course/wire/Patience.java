package course.wire;

import java.time.Duration;

/**
 * How long to wait for what. A slow machine is not a wrong program: every wait grows with the time
 * that the program needed to be ready, which is about 100 ms where nothing else is going on.
 *
 * @param ready for the readiness line; not scaled, it is what the scale is taken from
 * @param scale from 1 to 8
 */
public record Patience(Duration ready, double scale) {
    private static final double USUAL_MILLIS = 100;

    public static final Patience USUAL = new Patience(Duration.ofSeconds(8), 1);

    public Patience calibrated(Duration tookToBeReady) {
        double slower = tookToBeReady.toMillis() / USUAL_MILLIS;
        return new Patience(ready, Math.clamp(slower, 1, 8));
    }

    /** For a reply, or for an end. */
    public Duration reply() {
        return scaled(1000);
    }

    /**
     * For a connection. A system whose queue before accept is full drops the request, and the
     * caller's system asks again after a second: that is a wait, and no refusal.
     */
    Duration connection() {
        return scaled(2500);
    }

    /** For a program that should end by itself: it has to start before it can. */
    public Duration exit() {
        return scaled(3000);
    }

    /** For the other side to take what was sent; it passes when that does not happen. */
    Duration taken() {
        return scaled(250);
    }

    /**
     * After the first wrong byte, for the rest of the wrong bytes: seeing them all explains more.
     * And for what should not happen at all.
     */
    public Duration rest() {
        return scaled(60);
    }

    /** For a program whose connections have ended to end, too, if that is why they did. */
    public Duration lastBreath() {
        return scaled(80);
    }

    /** After a missing reply, to see whether the end of our sending brings it. */
    Duration second() {
        return scaled(400);
    }

    private Duration scaled(long millis) {
        return Duration.ofMillis(Math.round(millis * scale));
    }
}
