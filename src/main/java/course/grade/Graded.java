package course.grade;

import java.time.Instant;
import java.util.Comparator;

/**
 * A submission and what came of it. Every report and every format is made of these, and of nothing
 * else.
 *
 * @param version of check, tool and containment
 * @param at when it was graded
 */
public record Graded(Handed handed, long seed, String version, Outcome outcome, Instant at) {
    /** In which order they stand wherever they are written. */
    static final Comparator<Graded> ORDER =
            Comparator.comparing((Graded g) -> g.handed.student())
                    .thenComparing(g -> g.handed.exercise());

    Entry.Key key() {
        return Entry.Key.of(handed, version, seed);
    }

    Graded handedInAs(Handed now) {
        return new Graded(now, seed, version, outcome, at);
    }

    /** Points are had where the grader did not break. */
    public boolean counts() {
        return !outcome.broken();
    }
}
