package course.site;

import java.nio.file.Path;
import java.util.List;

/**
 * One page, before the template is put around it.
 *
 * @param source the file of the repository that it shows
 * @param path where it goes, from the site's root: {@code lectures/04-…/index.html}
 * @param title plain text
 * @param asides for the lecturer only
 * @param body the inside of {@code main}, its links still as the repository has them
 */
record Page(Kind kind, Path source, String path, String title, List<Stop> stops, List<Aside> asides,
        String body) {
    enum Kind {
        OVERVIEW,
        LECTURE,
        EXERCISE,
        SOURCE
    }

    /** A section that the sidebar offers; its title may hold markup. */
    record Stop(String id, String title) {}

    /** The way from this page to the site's root: {@code ../../}, or nothing. */
    String up() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }
}
