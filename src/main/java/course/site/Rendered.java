package course.site;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a rendering: either a site without problems, or problems and the site as it was.
 *
 * @param index the home page
 */
public record Rendered(
        Path index, int lectures, int exercises, int sources, List<Problem> problems) {
    public boolean fine() {
        return problems.isEmpty();
    }
}
