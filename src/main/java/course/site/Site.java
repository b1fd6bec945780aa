package course.site;

import course.script.Course;

import java.nio.file.Path;

/**
 * The course as pages that open from the file system. Keep one for as long as pages are made: its
 * start is dear.
 */
public final class Site implements AutoCloseable {
    private final Course course;
    private final Press press;

    public Site(Course course) {
        this(course, new Press());
    }

    Site(Course course, Press press) {
        this.course = course;
        this.press = press;
    }

    /** Renders everything and, unless there is a problem, puts it in the place of {@code dir}. */
    public Rendered render(Path dir) {
        Target target = Target.at(dir);
        Printing printing = print();
        if (printing.problems().isEmpty()) target.replace(printing.files());
        return printing.rendered(target.dir().resolve("index.html"));
    }

    /** Renders everything and keeps it in memory. */
    public Printing print() {
        return new Printing(course, press);
    }

    @Override
    public void close() {
        press.close();
    }
}
