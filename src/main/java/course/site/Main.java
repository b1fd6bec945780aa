package course.site;

import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.file.Path;

/** Renders the course as pages; a program of its own, because few need what it needs. */
public final class Main {
    private static final String HELP =
            """
            Usage: course site [DIR]
            Renders the lectures and exercises as pages that open from the file system.
                  [DIR]    where to; default .course/site at the root of the course
              -h, --help   Shows this help.
            Exit status: 0 fine, 1 a text has a problem, 2 wrong usage, 3 the tool's own failure\
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** As {@link #main}, but answers with the exit status. */
    static int run(String... args) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            System.out.println(HELP);
            return 0;
        }
        if (args.length > 1 || (args.length == 1 && args[0].startsWith("-"))) {
            System.err.println("course: site takes one folder\n" + HELP);
            return 2;
        }
        try {
            Course course = Course.find(Path.of(""));
            return render(
                    course, args.length == 1 ? Path.of(args[0]) : course.state().resolve("site"));
        } catch (Complaint complaint) {
            System.err.println("course: " + complaint.getMessage());
            return complaint.status();
        }
    }

    private static int render(Course course, Path dir) {
        long start = System.nanoTime();
        try (Site site = new Site(course)) {
            Rendered made = site.render(dir);
            made.problems().forEach(System.err::println);
            if (!made.fine()) return 1;
            System.out.printf(
                    "%s, %s, %s in %.1f s: %s%n",
                    count(made.lectures(), "lecture"),
                    count(made.exercises(), "page of exercises", "pages of exercises"),
                    count(made.sources(), "source file"),
                    (System.nanoTime() - start) / 1e9,
                    Course.shown(made.index()));
            return 0;
        }
    }

    private static String count(int n, String one) {
        return count(n, one, one + "s");
    }

    private static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    static Complaint cannot(String what, Path file, IOException e) {
        return Complaint.machine(
                "cannot " + what + " " + Course.shown(file) + ": " + e.getMessage());
    }
}
