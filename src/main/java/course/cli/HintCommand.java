package course.cli;

import course.script.Course;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "hint",
        description = "Gives one more hint each time, from a nudge to nearly the answer.",
        mixinStandardHelpOptions = true)
final class HintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(names = "--all", description = "Gives all hints at once.")
    boolean all;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        CommandLine line = spec.commandLine();
        Hints hints = new Hints(Exercises.named(name, course), Main.standings(course, line));
        line.getOut().print(all ? hints.all() : hints.next());
        line.getOut().flush();
        return 0;
    }
}
