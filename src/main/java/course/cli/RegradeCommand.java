package course.cli;

import course.grade.Graded;
import course.grade.Grading;
import course.grade.Grading.Change;
import course.grade.Likeness;
import course.grade.Reports;
import course.grade.SchoolClass;
import course.script.Complaint;
import course.script.Course;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "regrade",
        description = "Runs one test again for a class that was graded, by the check as it is now.",
        footer = {
            "",
            "Prints what it changed, old \u2192 new, and writes the reports anew.",
            "When a program was handed in stays as it is; when it was graded moves."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "2:wrong usage",
            "3:programs cannot be contained here, or the grader broke somewhere"
        },
        mixinStandardHelpOptions = true)
final class RegradeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Where course grade wrote its reports.")
    Path out;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            required = true,
            description = "The test, e.g. atOnce; those that need it are run again, too.")
    String check;

    @Option(names = "--exercise", paramLabel = "NAME", description = "Whose test it is.")
    String exercise;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many programs at a time; else as many as there are processors.")
    int workers = Runtime.getRuntime().availableProcessors();

    @Mixin Content content;

    @Mixin Wanted wanted;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        if (!Files.isDirectory(out)) throw Complaint.usage("no such folder: " + out);
        String only = exercise == null ? "" : Exercises.named(exercise, course).name();
        wanted.prepare();
        List<Change> changes;
        SchoolClass all;
        try (Pace pace = new Pace(spec.commandLine().getErr())) {
            all = new Reports(out).read(Grading.journal(out, pace));
            // which hidden checks count was said when they were graded
            Grading.Manner manner = new Grading.Manner(workers, false, content.least());
            Grading grading = new Grading(course, out, manner, pace);
            changes = grading.regrade(all.graded(), check, only);
        }
        List<Graded> now =
                changes.stream().map(Change::now).filter(Graded::counts).toList();
        all = all.with(now);
        Reports reports = new Reports(out);
        if (reports.tellSimilarity()) {
            all = all.comparing(Likeness.of(course, out, all.graded()));
        }
        PrintWriter say = spec.commandLine().getOut();
        wanted.writeElse(reports.formats(), all, out, say);
        changes.stream().filter(Change::isOne).forEach(c -> say.println(c.told()));
        long same = changes.stream().filter(c -> !c.isOne()).count();
        say.println(same + " of " + changes.size() + " as before");
        say.flush();
        return now.size() == changes.size() ? 0 : 3;
    }
}
