package course.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A place where a text does not say what is so.
 *
 * @param line counted from 1
 * @param mendable whether writing the text anew makes it true
 */
public record Drift(Path file, int line, String message, boolean mendable) {
    /**
     * The first line that differs, if one does.
     *
     * @param line the number in the text of the first of all
     * @param source where the truth comes from
     */
    static Optional<Drift> between(
            List<String> told, List<String> truth, Path text, int line, String source) {
        if (told.equals(truth)) return Optional.empty();
        int at = 0;
        while (at < told.size() && at < truth.size() && told.get(at).equals(truth.get(at))) at++;
        String message =
                "the text says " + quoted(told, at) + ", " + source + " says " + quoted(truth, at);
        return Optional.of(new Drift(text, line + at, message, true));
    }

    private static String quoted(List<String> lines, int at) {
        return at < lines.size() ? "\"" + lines.get(at) + "\"" : "nothing more";
    }
}
