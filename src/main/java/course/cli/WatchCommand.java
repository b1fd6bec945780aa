package course.cli;

import course.check.Examiner;
import course.check.Standings;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "watch",
        description = "Checks your program again each time you save it.",
        footer = {
            "",
            "Without NAME it begins with the first exercise that has not full marks, and",
            "goes on to the next one when that has. With NAME it stays there.",
            "",
            "Keys: n next exercise, h one more hint, l list with marks, c check now,",
            "r reset (asks first), q quit, ? these keys. On Windows, Enter after each.",
            "",
            "Where the output is no terminal there are no keys, as with --plain; then it",
            "ends when the input does."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Your program for NAME, if it is not the skeleton: .java, .c or .py.")
    Path file;

    @Option(
            names = "--plain",
            description = "Prints lines only: no keys, no new page for each check.")
    boolean plain;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        if (file != null && name == null) {
            throw Complaint.usage("--file: a program for which exercise? NAME is missing");
        }
        if (file != null && !Files.isRegularFile(file)) {
            throw Complaint.usage("no such file: " + file);
        }
        Standings standings = Main.standings(course, spec.commandLine());
        Exercise first = name == null ? first(course, standings) : Exercises.named(name, course);
        Examiner examiner =
                new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL);
        boolean lines = plain || !Screen.of(spec).terminal();
        Optional<SingleKeys> keys = lines ? Optional.empty() : SingleKeys.ask();
        try {
            Desk desk =
                    new Desk(
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr(),
                            lines,
                            keys.isEmpty());
            Optional<Path> another = Optional.ofNullable(file);
            new Sitting(course, examiner, standings, desk, another, name != null).at(first);
        } finally {
            keys.ifPresent(SingleKeys::close);
        }
        return 0;
    }

    /** The first without full marks; if all have them, the first. */
    private static Exercise first(Course course, Standings standings) {
        List<Exercise> all = course.exercises();
        if (all.isEmpty()) throw Complaint.fallsShort("there is no exercise here yet");
        return Exercises.firstOpen(all, standings).orElse(all.getFirst());
    }
}
