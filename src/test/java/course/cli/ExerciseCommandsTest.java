package course.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.Needs;
import course.run.Ready;
import course.run.Started;
import course.run.Tool;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The commands around an exercise, typed in a copy of the course. */
class ExerciseCommandsTest {
    @TempDir Path copy;

    @BeforeEach
    void copyTheCourse() throws IOException {
        CopyOfCourse.in(copy).only("GreetingServer");
        Files.write(exercise().file(), exercise().skeleton());
    }

    private record Answer(int status, String out, String err) {}

    private Exercise exercise() {
        return Course.find(copy).exercise("GreetingServer").orElseThrow();
    }

    private Answer course(String... arguments) {
        Ready main =
                new Ready(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "course.cli.Main"));
        try (Started started =
                Started.ours(main, List.of(arguments), exercise().folder(), line -> {})) {
            int status = started.exit(Duration.ofSeconds(180));
            return new Answer(
                    status, started.text(Started.Stream.OUT), started.text(Started.Stream.ERR));
        }
    }

    @Test
    void checkTellsByItsExitStatus() {
        Answer good =
                course(
                        "check",
                        "greeting-server",
                        "--seed",
                        "9",
                        "--file",
                        exercise().solution().toString());
        assertEquals(0, good.status(), good.toString());
        assertTrue(good.out().contains("GreetingServer: 20 of 20 points"), good.out());
        assertTrue(good.out().contains("--seed 9"), good.out());
        assertEquals("", good.err());
        Answer bad = course("check", "GreetingServer");
        assertEquals(1, bad.status(), bad.toString());
        assertTrue(bad.out().contains("0 of 20 points"), bad.out());
        assertFalse(bad.out().contains("\u001b"));
    }

    @Test
    void listShowsTheMarksOfWhatWasChecked() throws IOException {
        String check = "./jbang course check ";
        Files.copy(
                exercise().check(), exercise().folder().resolve("AnotherServerCheck.java"));
        assertEquals("exercise      " + check, row("GreetingServer", check));
        course("check", "GreetingServer", "--file", exercise().solution().toString());
        assertEquals("exercise      " + check, row("GreetingServer", check));
        // a program of another name, perhaps in another language, counts beside the brief
        Path mine = exercise().folder().resolve("Mine.java");
        Files.copy(exercise().solution(), mine);
        course("check", "GreetingServer", "--file", mine.toString());
        assertEquals("exercise      20 of 20  " + check, row("GreetingServer", check));
        assertEquals("exercise                " + check, row("AnotherServer", check));
        Files.write(exercise().file(), exercise().skeleton());
        course("check", "GreetingServer");
        assertEquals("exercise      20 of 20  " + check, row("GreetingServer", check));
    }

    /** What stands between the name of an exercise and its name again. */
    private String row(String name, String command) {
        String line =
                course("list").out().lines()
                        .filter(l -> l.endsWith(command + name))
                        .findFirst()
                        .orElseThrow();
        assertTrue(line.startsWith("    " + name + " "), line);
        return line.substring(27, line.length() - name.length());
    }

    @Test
    void whatIsNoRecordOfMarksIsSetAside() throws IOException {
        Path state = Files.createDirectories(copy.resolve(".course"));
        Files.writeString(state.resolve("progress.json"), "{ half a fi");
        Answer list = course("list");
        assertEquals(0, list.status(), list.toString());
        assertTrue(list.out().contains("GreetingServer"), list.out());
        assertEquals(1, list.err().lines().count(), list.err());
        assertTrue(list.err().startsWith("course: "), list.err());
        assertEquals("", course("list").err());
    }

    @Test
    void compilersNameTheFileAsOneWouldTypeIt() throws IOException {
        Files.writeString(exercise().file(), "void main() { oops }\n");
        String java = course("check", "GreetingServer").out();
        assertTrue(java.contains("\nGreetingServer.java:1: error: "), java);
        Needs.tool(Tool.CC);
        Path file = Files.writeString(exercise().folder().resolve("-greet.c"), "int oops\n");
        String c = course("check", "GreetingServer", "--file", file.toString()).out();
        assertTrue(c.contains("\n./-greet.c:1:"), c);
    }

    @Test
    void wrongUsage() {
        Answer typo = course("check", "GreetingSever");
        assertEquals(2, typo.status());
        assertEquals("course: no exercise GreetingSever: did you mean GreetingServer?", typo.err());
        assertEquals(2, course("check", "GreetingServer", "--file", "nowhere.java").status());
        assertEquals(2, course("check", "GreetingServer", "--seed", "lots").status());
    }

    @Test
    void aCheckThatDoesNotCompileIsOurOwnFault() throws IOException {
        Files.writeString(exercise().check(), "class GreetingServerCheck { oops }");
        Answer ours = course("check", "GreetingServer");
        assertEquals(3, ours.status(), ours.toString());
        assertFalse(ours.out().contains("points"));
    }

    @Test
    void oneMoreHintEachTime() {
        assertTrue(course("hint", "GreetingServer").out().startsWith("hint 1 of 3\n"));
        assertTrue(course("hint", "GreetingServer").out().startsWith("hint 2 of 3\n"));
        Answer last = course("hint", "GreetingServer");
        assertTrue(last.out().startsWith("hint 3 of 3\n"), last.out());
        assertTrue(last.out().contains("lectures/04-first-server-and-client"), last.out());
        Answer all = course("hint", "GreetingServer", "--all");
        assertTrue(
                all.out().contains("hint 1 of 3") && all.out().contains("hint 3 of 3"), all.out());
    }

    @Test
    void resetKeepsWhatWasWritten() throws IOException {
        Files.writeString(exercise().file(), "void main() { }  // a week of work\n");
        Answer refused = course("reset", "GreetingServer");
        assertEquals(2, refused.status(), refused.toString());
        assertEquals("void main() { }  // a week of work\n", Files.readString(exercise().file()));
        Answer done = course("reset", "GreetingServer", "--yes");
        assertEquals(0, done.status(), done.toString());
        assertEquals(exercise().skeleton(), Files.readAllLines(exercise().file()));
        try (Stream<Path> backups = Files.list(copy.resolve(".course/backups"))) {
            Path backup = backups.findFirst().orElseThrow();
            assertEquals("void main() { }  // a week of work\n", Files.readString(backup));
            assertTrue(done.out().contains(backup.getFileName().toString()), done.out());
        }
    }

    @Test
    void authorCheckNamesTheLawThatIsBroken() throws IOException {
        Answer whole = course("author", "check", "--texts");
        assertEquals(0, whole.status(), whole.toString());
        assertTrue(whole.out().matches("\\d+ exercises?, \\d+ laws: none broken"), whole.out());
        assertEquals("", whole.err());
        Path attempt = attempt("Chatty");
        Files.writeString(
                attempt, Files.readString(attempt).replace("// Comment: Everything", "// All"));
        Answer spoilt = course("author", "check", "GreetingServer", "--texts");
        assertEquals(1, spoilt.status(), spoilt.toString());
        assertTrue(spoilt.out().endsWith(" laws: 1 broken"), spoilt.out());
        assertTrue(
                spoilt.err().contains("Chatty.java:1: its header has no \"Comment: "),
                spoilt.err());
        assertEquals(1, spoilt.err().lines().count(), spoilt.err());
    }

    @Test
    void authorCheckWritesTheMarkedScript() throws IOException {
        Path attempt = attempt("Chatty");
        Files.writeString(
                attempt, Files.readString(attempt).replace("on the wire is", "you send is"));
        Path page = exercise().solutions().resolve("README.adoc");
        Answer written = course("author", "check", "--texts", "--write");
        assertEquals(0, written.status(), written.toString());
        assertTrue(written.out().startsWith("written anew: "), written.out());
        assertTrue(Files.readString(page).contains("| Everything you send is right."));
        String before = Files.readString(page);
        assertFalse(course("author", "check", "--texts", "--write").out().contains("written"));
        assertEquals(before, Files.readString(page));
    }

    @Test
    void authorsNeedTheSolutions() throws IOException {
        Files.move(copy.resolve("solutions"), copy.resolve("elsewhere"));
        Answer handout = course("author", "check");
        assertEquals(2, handout.status(), handout.toString());
        assertTrue(handout.err().startsWith("course: here is no solutions/"), handout.err());
        assertEquals(1, handout.err().lines().count());
    }

    private Path attempt(String name) {
        return exercise().solutions().resolve("attempts/GreetingServer" + name + ".java");
    }
}
