package course.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What differs from run to run without meaning anything: ports, process ids, times. */
final class Mask {
    private static final Pattern VARYING =
            Pattern.compile(
                    "(?<=\\bport )\\d+|(?<=\\bpid )\\d+|\\d+(?:\\.\\d+)?(?= (?:ms|s|seconds)\\b)");

    private Mask() {}

    static boolean same(String told, String seen) {
        return masked(told).equals(masked(seen));
    }

    private static String masked(String line) {
        return VARYING.matcher(line).replaceAll("#");
    }

    /** What was seen; but where only something masked differs, the text keeps what it said. */
    static List<String> keeping(List<String> told, List<String> seen) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            boolean keep = i < told.size() && same(told.get(i), seen.get(i));
            lines.add(keep ? told.get(i) : seen.get(i));
        }
        return lines;
    }
}
