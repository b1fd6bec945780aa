package course.site;

import course.script.Course;

import java.nio.file.Path;

/**
 * What keeps a page from being right: a missing tag, a link that leads nowhere, a line nobody can
 * read.
 */
public record Problem(Path file, int line, String message) {
    /** As compilers write it, so that editors can jump there. */
    @Override
    public String toString() {
        return Course.shown(file) + ":" + line + ": " + message;
    }
}
