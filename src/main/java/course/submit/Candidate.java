package course.submit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A submission before it is known whether it is the latest.
 *
 * @param skeleton whether nothing was written into it
 * @param team all who handed it in
 * @param account the LMS's, with which it came; empty if none is known
 * @param sequence of the LMS
 */
record Candidate(String student, String exercise, Path file, String sha256, Optional<Instant> at,
        boolean late, List<String> remarks, boolean skeleton, String origin, List<String> team,
        String account, long sequence) {
    /** What says when it was made outdoes what does not; then the LMS's own count. */
    static final Comparator<Candidate> BY_AGE =
            Comparator.comparing((Candidate c) -> c.at().orElse(Instant.MIN))
                    .thenComparing(Candidate::sequence)
                    .thenComparing(Candidate::origin);

    /** Whose it is, and for what. */
    record Slot(String student, String exercise) {}

    Slot slot() {
        return new Slot(student, exercise);
    }

    Submission with(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Submission(student, exercise, file, sha256, at, late, List.copyOf(all), origin);
    }
}
