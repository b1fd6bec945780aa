package course.site;

import course.script.Course;

import java.io.IOException;
import java.nio.file.Path;

/** Pages for the tests of other rooms, from the one press of all tests. */
public final class Printed {
    /** Its start takes two seconds; it lives as long as the tests do. */
    static final Press PRESS = new Press();

    private Printed() {}

    public static Printing of(Course course) {
        return new Printing(course, PRESS);
    }

    /** A copy of the small course, in a folder where a test may change it. */
    public static Course small(Path folder) throws IOException {
        return SmallCourse.in(folder).course();
    }
}
