package course.cli;

import course.script.Complaint;
import course.script.Course;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

@Command(
        name = "reset",
        description = "Puts the skeleton back; what you wrote is kept under .course/backups.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(names = "--yes", description = "Does not ask.")
    boolean yes;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Skeleton skeleton = new Skeleton(course, Exercises.named(name, course));
        PrintWriter out = spec.commandLine().getOut();
        if (!skeleton.untouched() && !yes && !agreed(skeleton)) return 1;
        out.print(skeleton.putBack());
        out.flush();
        return 0;
    }

    private boolean agreed(Skeleton skeleton) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Complaint.usage("nobody here to ask: course reset " + name + " --yes");
        }
        return Skeleton.agreed(console.readLine("%s", skeleton.question()));
    }
}
