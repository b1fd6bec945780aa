package course.cli;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "reset",
        description = "Puts the skeleton back; what you wrote is kept under .course/backups.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(names = "--yes", description = "Does not ask.")
    boolean yes;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Exercise exercise = Exercises.named(name, course);
        String skeleton = String.join("\n", exercise.skeleton()) + "\n";
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (Files.exists(exercise.file())) {
                if (Files.readString(exercise.file()).equals(skeleton)) {
                    out.println(Course.shown(exercise.file()) + " is the skeleton already");
                    return 0;
                }
                if (!yes && !agreed(exercise)) return 1;
                out.println("your version: " + Course.shown(backUp(exercise, course)));
            }
            Draft.replace(exercise.file(), skeleton);
            out.println("the skeleton: " + Course.shown(exercise.file()));
            return 0;
        } catch (IOException e) {
            throw Complaint.machine("cannot reset " + Course.shown(exercise.file()) + ": " + e);
        } finally {
            out.flush();
        }
    }

    private boolean agreed(Exercise exercise) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Complaint.usage("nobody here to ask: course reset " + exercise.name() + " --yes");
        }
        String answer =
                console.readLine(
                        "Put the skeleton back in place of %s? A backup is kept. [y/N] ",
                        Course.shown(exercise.file()));
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static Path backUp(Exercise exercise, Course course) throws IOException {
        Path backups = Files.createDirectories(course.state().resolve("backups"));
        Path backup =
                backups.resolve(
                        exercise.name() + "-" + LocalDateTime.now().format(STAMP) + ".java");
        return Files.copy(exercise.file(), backup);
    }
}
