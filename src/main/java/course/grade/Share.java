package course.grade;

import course.script.Complaint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a class, for one of several machines: {@code 2/4}. Which part somebody's program is in
 * depends on nothing but who it is and what for.
 */
public record Share(int number, int of) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    public static Share of(String written) {
        Matcher m = WRITTEN.matcher(written);
        if (m.matches()) {
            Share share = new Share(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (share.number >= 1 && share.number <= share.of) return share;
        }
        throw Complaint.usage("--shard: " + written + " is no part like 2/4");
    }

    public boolean holds(String student, String exercise) {
        return Digest.of(student, exercise).number() % of == number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
