package course.cli;

import course.grade.Likeness;
import course.grade.Merging;
import course.grade.SchoolClass;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "merge",
        description = "Puts together what several machines have graded.",
        footer = {
            "",
            "Each has graded a part, e.g. course grade IN --out part1 --shard 1/4.",
            "The reports are those that one machine would have written."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all are graded",
            "2:wrong usage, or a part is missing",
            "3:the grader broke somewhere"
        },
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PART", arity = "1..*", description = "What course grade wrote.")
    List<Path> parts;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "For the reports.")
    Path out;

    @Mixin Wanted wanted;

    @Option(
            names = "--no-similarity",
            description = "Does not look which programs resemble each other.")
    boolean alone;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        wanted.prepare();
        GradeCommand.folder(out);
        SchoolClass all;
        Merging merging;
        try (Pace pace = new Pace(spec.commandLine().getErr())) {
            merging = new Merging(parts, out, pace);
            all = merging.merge();
        }
        if (!alone) all = all.comparing(Likeness.of(Main.course(), out, all.graded()));
        PrintWriter say = spec.commandLine().getOut();
        wanted.writeElse(merging.formats(), all, out, say);
        return GradeCommand.tell(all, out, say);
    }
}
