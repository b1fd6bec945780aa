package course.site;

import course.script.Course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Both courses, rendered once for all tests of this room, under {@code target/}, where one can look
 * at them.
 */
final class Made {
    static final Press PRESS = Printed.PRESS;

    private static final Path FOLDER = Path.of("target", "site-tests").toAbsolutePath();

    static final SmallCourse SMALL_COURSE = smallCourse();
    static final Path SMALL = FOLDER.resolve("small");
    static final Path REAL = FOLDER.resolve("real");
    static final Rendered SMALL_RENDERED = new Site(SMALL_COURSE.course(), PRESS).render(SMALL);
    static final Rendered REAL_RENDERED = new Site(Course.find(Path.of("")), PRESS).render(REAL);

    private Made() {}

    private static SmallCourse smallCourse() {
        try {
            return SmallCourse.in(FOLDER.resolve("small-course"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
