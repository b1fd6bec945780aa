package course.cli;

import course.handout.Handout;
import course.handout.Zip;
import course.script.Course;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "handout",
        description = {
            "Writes the students' edition: lectures, exercises and the tool, without solutions.",
            "",
            "DIR is new or empty, or an earlier hand-out, which is replaced. The skeletons are as"
                    + " the briefs print them, whatever stands in exercises/ by now."
        })
final class HandoutCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Where to write it.")
    Path folder;

    @Option(
            names = "--lectures",
            paramLabel = "WHICH",
            description = "Only these, e.g. 1-6 or 1,4,7-9.")
    String lectures = "";

    @Option(names = "--zip", paramLabel = "FILE", description = "Writes it as one file, too.")
    Path zip;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Handout handout = new Handout(course, lectures);
        handout.write(folder);
        if (zip != null) Zip.write(folder, name(zip), zip);
        PrintWriter say = spec.commandLine().getOut();
        handout.besides().forEach(lecture ->
                say.println(lecture + " is in it, too: the front page runs its programs"));
        handout.leftOut().forEach(file -> say.println(file + " is no part of it, and left out"));
        say.println(handout.lectures().size() + " lectures, no solutions: "
                + Course.shown(folder));
        if (zip != null) say.println(Course.shown(zip));
        say.flush();
        return 0;
    }

    /** The folder that it unpacks to. */
    private static String name(Path zip) {
        return zip.getFileName().toString().replaceFirst("(?i)\\.zip$", "");
    }
}
