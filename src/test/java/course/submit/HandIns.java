package course.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.script.Course;
import course.script.Exercise;
import course.submit.Bundle.Part;
import course.submit.Manifest.Open;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What students hand in, in these tests: small programs, each different by a word. */
public final class HandIns {
    public static final Course COURSE = Course.find(Path.of(""));
    private static final List<Exercise> EXERCISES = COURSE.exercises();
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private HandIns() {}

    static Exercise exercise(String name) {
        return EXERCISES.stream()
                .filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    public static String program(String word) {
        return "void main() {\n    IO.println(\"" + word + "\");\n}\n";
    }

    public static Part part(String exercise, String word) {
        return new Part(exercise(exercise), exercise + ".java", program(word).getBytes(UTF_8),
                Optional.of(new Open(17, 20, 9)));
    }

    public static byte[] bundle(Instant time, String students, Part... parts) {
        return Bundle.of(COURSE, "course 1", time, Arrays.asList(students.split(",")),
                List.of(parts)).zip();
    }

    public static byte[] bundle(String students, String word) {
        return bundle(NOON, students, part("EchoServer", word));
    }

    /** Of a bundle with one program, {@code EchoServer}, which prints "bad". */
    static Manifest manifest(String student) {
        return Bundle.of(COURSE, "course 1", NOON, List.of(student),
                List.of(part("EchoServer", "bad"))).manifest();
    }

    public static Intake.Options options() {
        return Intake.Options.of(EXERCISES);
    }
}
