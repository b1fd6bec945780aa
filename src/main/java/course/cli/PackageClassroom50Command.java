package course.cli;

import course.grade.Parcel;
import course.script.Course;
import course.script.Exercise;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "classroom50",
        description = "Builds what Classroom 50 runs for an assignment.",
        footer = {
            "",
            "Unpack it at CLASSROOM/autograders/ASSIGNMENT in the classroom50 repository;",
            "its runtime.json is for gh teacher assignment add --runtime.",
            "What lies there can be read by anybody who finds the address: it has no hidden check."
        },
        mixinStandardHelpOptions = true)
final class PackageClassroom50Command implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The zip; else NAME-classroom50.zip.")
    Path out;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Exercise exercise = Exercises.named(name, course);
        Path zip = out == null ? Path.of(exercise.name() + "-classroom50.zip") : out;
        Packed.write(zip, Parcel.classroom50(course, exercise), spec);
        return 0;
    }
}
