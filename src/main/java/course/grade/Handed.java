package course.grade;

import course.script.Language;
import course.submit.Submission;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was handed in, and by whom, as it is kept when the program itself lies elsewhere.
 *
 * @param file its name, which says the language and, where Java insists, the class
 * @param at when it was handed in; no regrading moves that
 * @param remarks for the instructor alone: they may be about others, too
 */
public record Handed(
        String student,
        String exercise,
        String file,
        String sha256,
        Optional<Instant> at,
        boolean late,
        List<String> remarks,
        String origin) {
    private static final int LONGEST_NAME = 80;

    public static Handed of(Submission s) {
        return new Handed(
                s.student(),
                s.exercise(),
                name(s),
                s.sha256(),
                s.at(),
                s.late(),
                List.copyOf(s.remarks()),
                s.origin());
    }

    /** The student's own, if it is a plain one. */
    private static String name(Submission s) {
        Path name = s.file().getFileName();
        boolean plain = name.toString().matches("\\w+\\.(java|c|py)");
        if (plain && name.toString().length() <= LONGEST_NAME) return name.toString();
        return s.exercise() + Language.of(name).map(Language::extension).orElse(".txt");
    }

    /** Where it lies below this folder. */
    Path in(Path files) {
        return files.resolve(sha256).resolve(file);
    }
}
