package course.submit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one student has handed in for one exercise; a team's is there once for each of them.
 *
 * @param student the roster's id, or one made of what is known; fit to be a file's name
 * @param exercise as it is called: {@code GreetingServer}
 * @param file the source file, in a folder of the intake, under the name that the student gave it
 * @param sha256 of that file
 * @param at when it was handed in, as far as anybody says
 * @param remarks in one line each, for the instructor; parts of them are the student's words
 * @param origin where it comes from, to be shown: {@code canvas.zip › ada_123_Greeting.java}
 */
public record Submission(String student, String exercise, Path file, String sha256,
        Optional<Instant> at, boolean late, List<String> remarks, String origin) {}
