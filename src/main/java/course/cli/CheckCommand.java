package course.cli;

import course.check.Examiner;
import course.check.Ink;
import course.check.JsonReport;
import course.check.Report;
import course.check.TextReport;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "check",
        description = "Checks your program for an exercise, and shows the bytes where it fails.",
        footer = {
            "",
            "Each test starts your program afresh and calls it over the network,",
            "so it may also be written in C or Python, in any file:",
            "  course check GreetingServer --file greet.py"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:full marks",
            "1:not full marks",
            "2:wrong usage",
            "3:the tool's own failure, or the machine's"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Checks this .java, .c or .py file instead of the exercise's own.")
    Path file;

    @Option(names = "--json", description = "Prints the report as JSON.")
    boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats a run with the same names in the tests; else they vary.")
    Long seed;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Exercise exercise = Exercises.named(name, course);
        Path source = file == null ? exercise.file() : file;
        long chosen = seed == null ? Examiner.anySeed() : seed;
        Report report;
        PrintWriter err = spec.commandLine().getErr();
        try (Progress _ = Progress.after(SILENCE, "checking " + exercise.name(), err)) {
            Examiner examiner =
                    new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL);
            report = examiner.examine(exercise, source, chosen);
        }
        String again = again(exercise, Optional.ofNullable(file), chosen);
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(JsonReport.of(report));
        else out.print(TextReport.of(report, Ink.forTerminal(), again));
        out.flush();
        if (exercise.isAtHome(source)) {
            Main.standings(course, spec.commandLine()).mark(exercise, report);
        }
        return report.fullMarks() ? 0 : 1;
    }

    /** The command that checks the same again, with the same names in the tests. */
    static String again(Exercise exercise, Optional<Path> file, long seed) {
        String where = file.map(f -> " --file " + quoted(f.toString())).orElse("");
        return "./jbang course check " + exercise.name() + where + " --seed " + seed;
    }

    private static String quoted(String word) {
        return word.matches("[\\w./\\\\:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
