package course.check;

import course.check.Report.Result;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a check asks.
 *
 * @param trouble why that cannot be known: the check does not compile
 */
record Sheet(List<Result> tests, Optional<String> trouble) {
    /** An empty program starts nothing, and its report has every test: none was run. */
    static Sheet of(Exercise exercise, Course course, Examiner examiner) {
        try {
            Path nothing = copy(course, "Nothing.java", "");
            return new Sheet(examiner.examine(exercise, nothing, 0).tests(), Optional.empty());
        } catch (Complaint c) {
            return new Sheet(List.of(), Optional.of(c.getMessage()));
        }
    }

    /** A program that stands nowhere in the course. */
    static Path copy(Course course, String name, String text) {
        try {
            Path folder = Files.createDirectories(course.state().resolve("laws"));
            Draft.replace(folder.resolve(name), text);
            return folder.resolve(name);
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + name + ": " + e.getMessage());
        }
    }

    int points() {
        return tests.stream().mapToInt(Result::max).sum();
    }

    List<String> names() {
        return tests.stream().map(Result::name).toList();
    }
}
