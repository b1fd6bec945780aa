package course.cli;

import course.check.Template;
import course.script.Complaint;
import course.script.Course;
import course.script.Lecture;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

@Command(
        name = "new",
        description = {
            "Makes a new exercise with all its parts: brief, skeleton, check, solution, one"
                    + " attempt, the marked script.",
            "",
            "It is a small one that works. Change it into yours, and let course author check"
                    + " tell what is missing."
        })
final class AuthorNewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "How it is to be called, e.g. QuoteServer.")
    String name;

    @Option(
            names = "--lecture",
            paramLabel = "NN",
            required = true,
            description = "The lecture that it belongs to, e.g. 07.")
    String lecture;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        if (!name.matches("[A-Z][A-Za-z0-9]*") || name.endsWith("Check")) {
            throw Complaint.usage(
                    "an exercise is called like a class, e.g. QuoteServer, not " + name);
        }
        if (course.exercise(name).isPresent()) {
            throw Complaint.usage("there is an exercise " + name + " already");
        }
        List<Path> made = new Template(course, name, lecture(course)).make();
        PrintWriter out = spec.commandLine().getOut();
        made.forEach(file -> out.println(Course.shown(file)));
        out.println("What it lacks: ./jbang course author check " + name);
        out.flush();
        return 0;
    }

    private String lecture(Course course) {
        return Stream.concat(
                        course.lectures().stream().map(Lecture::name), course.planned().stream())
                .filter(l -> l.equals(lecture) || l.startsWith(lecture + "-"))
                .findFirst()
                .orElseThrow(() ->
                        Complaint.usage("there is no lecture " + lecture + ", nor is one planned"));
    }
}
