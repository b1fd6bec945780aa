package course.submit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program that a student handed in.
 *
 * @param at when, where that is known
 * @param remarks what was noticed when it was taken
 * @param origin where it was found
 */
public record Submission(
        String student,
        String exercise,
        Path file,
        String sha256,
        Optional<Instant> at,
        boolean late,
        List<String> remarks,
        String origin) {}
