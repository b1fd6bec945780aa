package course.submit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an LMS tells about a file by the name that it gives to it.
 *
 * @param name of the student, in the LMS's spelling
 * @param number of the student in the LMS, which is unique
 * @param late whether the LMS says so
 * @param sequence grows with each file that is handed in; 0 where the LMS does not count
 * @param file as the student called it
 */
record Upload(String name, String number, boolean late, long sequence, String file) {
    /** {@code lovelaceada_LATE_123_456_GreetingServer-1.java}, the last number only if repeated. */
    private static final Pattern CANVAS =
            Pattern.compile("(.+?)_(LATE_)?(\\d{1,18})_(\\d{1,18})_(.+)");

    private static final Pattern REPEATED = Pattern.compile("(.+)-\\d{1,4}(\\.[A-Za-z]+)");

    /** A folder {@code Ada Lovelace_123_assignsubmission_file_}, or the beginning of the name. */
    private static final Pattern MOODLE =
            Pattern.compile("(.+?)_(\\d{1,18})_assignsubmission_file_?(.*)");

    /** @param path from the folder or zip that the LMS made, down to the file */
    static Optional<Upload> of(List<String> path) {
        for (String part : path) {
            Matcher moodle = MOODLE.matcher(part);
            if (!moodle.matches()) continue;
            boolean flat = part.equals(path.getLast()) && !moodle.group(3).isEmpty();
            return Optional.of(new Upload(moodle.group(1), moodle.group(2), false, 0,
                    flat ? moodle.group(3) : path.getLast()));
        }
        Matcher canvas = CANVAS.matcher(path.getLast());
        if (!canvas.matches()) return Optional.empty();
        String file = REPEATED.matcher(canvas.group(5)).replaceFirst("$1$2");
        return Optional.of(new Upload(canvas.group(1), canvas.group(3), canvas.group(2) != null,
                Long.parseLong(canvas.group(4)), file));
    }

    /** The student as long as no roster knows better. */
    String madeId() {
        return StudentId.made(name, number);
    }

    /** For a remark. */
    String account() {
        return Origin.shown(name) + " (" + number + ")";
    }
}
