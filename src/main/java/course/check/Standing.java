package course.check;

import java.time.Instant;
import java.util.Optional;

/**
 * How one stands with an exercise.
 *
 * @param best the most points that a check gave so far, of {@code max}
 * @param last what the last check gave
 * @param checked when that was; empty if never
 * @param hints how many were given
 */
public record Standing(int best, int max, int last, Optional<Instant> checked, int hints) {
    public static final Standing NONE = new Standing(0, 0, 0, Optional.empty(), 0);

    /** After one more check; points of a check that was worth more or less do not compare. */
    Standing after(Report report, Instant when) {
        int score = report.score();
        return new Standing(
                report.max() == max ? Math.max(best, score) : score,
                report.max(),
                score,
                Optional.of(when),
                hints);
    }

    Standing withHints(int given) {
        return new Standing(best, max, last, checked, given);
    }

    /** {@code 17 of 20}, nothing if never checked. */
    public String marks() {
        return checked.isEmpty() ? "" : best + " of " + max;
    }
}
