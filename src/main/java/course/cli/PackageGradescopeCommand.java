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
        name = "gradescope",
        description = "Builds the zip that Gradescope takes as an autograder.",
        mixinStandardHelpOptions = true)
final class PackageGradescopeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The exercise, e.g. GreetingServer.")
    String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The zip; else NAME-gradescope.zip.")
    Path out;

    @Option(
            names = "--hidden",
            description = "The hidden check in solutions/ counts, too; then nothing is graded where"
                    + " a program could read it.")
    boolean hidden;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        Exercise exercise = Exercises.named(name, course);
        Path zip = out == null ? Path.of(exercise.name() + "-gradescope.zip") : out;
        Packed.write(zip, Parcel.gradescope(course, exercise, hidden), spec);
        return 0;
    }
}
