package course.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.CopyOfCourse;
import course.check.Breach;
import course.check.Examiner;
import course.check.Law;
import course.check.Laws;
import course.check.Template;
import course.run.Ready;
import course.run.Started;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the template makes keeps every law that does not need a human. */
class ExerciseTemplateTest {
    private static final Course REAL = Course.find(Path.of(""));
    private static final String LECTURE = "04-first-server-and-client";

    @TempDir Path folder;
    private Course course;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CopyOfCourse.in(folder).course();
    }

    @Test
    void madeInItsLectureItLacksOnlyAttempts() throws IOException {
        List<Path> made = new Template(course, "Parrot", LECTURE).make();
        assertEquals(6, made.size());
        String few = "solutions/" + LECTURE + "/attempts:1: 1 of Parrot, at least 4 are wanted";
        assertEquals(List.of(few), broken("Parrot", true));
        // the page has grown, and its other exercise is what it was
        assertEquals(List.of(), broken("GreetingServer", false));
    }

    @Test
    @ResourceLock("the cache of JBang")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workflow runs jbang.cmd there")
    void madeByJBangItLacksALectureToo() throws IOException {
        Ready jbang =
                new Ready(
                        List.of(
                                "env",
                                "JBANG_LAUNCHER=local",
                                REAL.root().resolve("jbang").toString()));
        List<String> arguments = List.of("init", "-t", "exercise", "Parrot.java");
        try (Started init = Started.ours(jbang, arguments, folder, line -> {})) {
            assertEquals(
                    0, init.exit(Duration.ofSeconds(60)), () -> init.text(Started.Stream.ERR));
        }
        assertEquals(
                List.of(
                        "exercises/new/README.adoc:1: there is no lecture new",
                        "solutions/new/attempts:1: 1 of Parrot, at least 4 are wanted"),
                broken("Parrot", false));
        Course other = CopyOfCourse.in(Files.createDirectory(folder.resolve("other"))).course();
        for (Path ours : new Template(other, "Parrot", LECTURE).make()) {
            if (ours.endsWith("README.adoc")) continue;
            String place = other.root().relativize(ours).toString().replace(LECTURE, "new");
            assertEquals(Files.readString(ours), Files.readString(folder.resolve(place)), place);
        }
    }

    private List<String> broken(String name, boolean programs) {
        Exercise exercise = course.exercise(name).orElseThrow();
        Laws laws =
                new Laws(
                        course,
                        new Examiner(
                                new Workshop(REAL.state().resolve("built")), Patience.USUAL));
        Stream<Law> some = laws.ofTexts(exercise).stream();
        if (programs) some = Stream.concat(some, laws.ofPrograms(exercise).stream());
        return Laws.prove(some.toList()).stream()
                .flatMap(p -> Stream.concat(
                        p.trouble().stream(),
                        p.breaches().stream()
                                .map(Breach::toString)
                                .map(b -> b.replace(course.root() + "/", ""))))
                .toList();
    }
}
