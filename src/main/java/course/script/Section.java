package course.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The part {@code == title} of a page, up to the next heading of its rank.
 *
 * @param from the number of its heading's line, counted from 1
 */
public record Section(Path page, int from, List<String> lines) {
    public static Optional<Section> of(Path page, String title) {
        List<String> all = Source.of(page).lines();
        int heading = all.indexOf("== " + title);
        if (heading < 0) return Optional.empty();
        int to = heading + 1;
        while (to < all.size() && !all.get(to).startsWith("== ")) to++;
        return Optional.of(new Section(page, heading + 1, List.copyOf(all.subList(heading, to))));
    }

    /** The number in the page of the first line that is meant, else that of the heading. */
    public int line(Predicate<String> meant) {
        for (int i = 0; i < lines.size(); i++) if (meant.test(lines.get(i))) return from + i;
        return from;
    }
}
