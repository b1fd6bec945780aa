package course.grade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * A submission as it waits to be graded.
 *
 * @param seed the same for the same student's same program, and for none else
 * @param version of check, tool and containment
 * @param hidden whether the instructor's own check counts, too
 */
record Entry(Handed handed, long seed, String version, boolean hidden) {
    static final Comparator<Entry> ORDER =
            Comparator.comparing((Entry e) -> e.handed.student())
                    .thenComparing(e -> e.handed.exercise());

    Entry(Handed handed, String version, boolean hidden) {
        this(handed, Digest.of(handed.student(), handed.exercise(), handed.sha256()).number(),
                version, hidden);
    }

    /** What of it has been graded by the same means is not graded again. */
    record Key(String student, String exercise, String sha256, String version, long seed) {
        static Key of(Handed h, String version, long seed) {
            return new Key(h.student(), h.exercise(), h.sha256(), version, seed);
        }
    }

    Key key() {
        return Key.of(handed, version, seed);
    }

    Task task(Path files, Set<String> only) {
        return new Task(handed.exercise(), handed.in(files), seed, hidden, only);
    }

    Graded with(Outcome outcome, Instant at) {
        return new Graded(handed, seed, version, outcome, at);
    }
}
