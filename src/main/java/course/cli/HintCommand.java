package course.cli;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Exercise exercise = Exercises.named(name, course);
        List<String> hints = exercise.hints();
        Path memory = course.state().resolve("hints").resolve(exercise.name());
        int given = Math.clamp(given(memory), 0, hints.size());
        int from = all ? 0 : given;
        int to = all ? hints.size() : Math.min(given + 1, hints.size());
        PrintWriter out = spec.commandLine().getOut();
        for (int i = from; i < to; i++) {
            out.printf("hint %d of %d%n%s%n%n", i + 1, hints.size(), hints.get(i));
        }
        if (to > given) remember(memory, to);
        if (from == to) {
            out.printf(
                    "That were all %d hints; once more: course hint %s --all%n",
                    hints.size(), exercise.name());
        }
        if (to == hints.size()) {
            out.println("The lecture knows more: lectures/" + exercise.lecture() + "/README.adoc");
        }
        out.flush();
        return 0;
    }

    private static int given(Path memory) {
        try {
            return Integer.parseInt(Files.readString(memory).strip());
        } catch (IOException | NumberFormatException nothingWorthKeeping) {
            return 0;
        }
    }

    private static void remember(Path memory, int given) {
        try {
            Files.createDirectories(memory.getParent());
            Files.writeString(memory, given + "\n");
        } catch (IOException e) {
            throw Complaint.machine(
                    "cannot remember the hint in " + Course.shown(memory) + ": " + e.getMessage());
        }
    }
}
