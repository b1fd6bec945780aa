package course.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.Leftovers;
import course.Needs;
import course.Typed;
import course.run.Tool;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One sits at an exercise and saves. A program here ends with a status of its own, so that each
 * report tells which one it is about: a check too many would be seen in the next.
 */
class WatchTest {
    private static final String TALLY = "\\d+ of \\d+ exercises, \\d+ of \\d+ points\\R";
    private static final Pattern STATUS = Pattern.compile("ended with exit status (\\d+)");
    private static final Course REAL = Course.find(Path.of(""));

    @TempDir Path folder;

    private Course course;
    private Exercise exercise;
    private Typed watch;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CopyOfCourse.in(folder).only("GreetingServer").course();
        exercise = course.exercise("GreetingServer").orElseThrow();
        Files.writeString(exercise.file(), ending(10));
    }

    @AfterEach
    void stop() {
        if (watch != null) watch.close();
    }

    private void sits(String... arguments) throws IOException {
        watch = Typed.in(course, List.of(), arguments);
    }

    private static String ending(int status) {
        return "void main() { System.exit(" + status + "); }\n";
    }

    private Path temporary(String text) throws IOException {
        return Files.writeString(exercise.folder().resolve("new.tmp"), text);
    }

    private void savesByRename(String text) throws IOException {
        Files.move(
                temporary(text),
                exercise.file(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aProgramOfAnotherName() throws IOException, InterruptedException {
        Path mine = Files.writeString(exercise.folder().resolve("Mine.java"), ending(21));
        sits("watch", "GreetingServer", "--file", mine.toString(), "--plain");
        assertEquals(21, reported());
        Files.writeString(mine, ending(22));
        assertEquals(22, reported());
    }

    /** The status that the next report tells. */
    private int reported() throws InterruptedException {
        return status(watch.until(TALLY));
    }

    private static int status(String report) {
        List<MatchResult> told = STATUS.matcher(report).results().toList();
        assertEquals(1, told.size(), report);
        return Integer.parseInt(told.getFirst().group(1));
    }

    private void endsWithoutAnotherWord() throws IOException, InterruptedException {
        watch.endsInput();
        assertEquals("", watch.rest());
        assertEquals(0, watch.status());
    }

    @Test
    void oneSaveIsOneCheckHoweverItIsSaved() throws Exception {
        sits("watch", "GreetingServer", "--plain");
        assertEquals(10, reported());
        savesByRename(ending(11));
        assertEquals(11, reported());
        Files.writeString(exercise.file(), ending(12));
        assertEquals(12, reported());
        Files.writeString(exercise.file(), "");
        Thread.sleep(150); // an editor that takes its time between emptying and writing
        Files.writeString(exercise.file(), ending(13));
        assertEquals(13, reported());
        Files.writeString(exercise.folder().resolve(".GreetingServer.java.swp"), "b0VIM");
        Files.writeString(exercise.folder().resolve("GreetingServer.java~"), ending(1));
        Files.writeString(exercise.folder().resolve("4913"), "");
        savesByRename(ending(14));
        assertEquals(14, reported());
        endsWithoutAnotherWord();
    }

    @Test
    void ofTwoQuickSavesTheLastIsWhatCounts() throws Exception {
        sits("watch", "GreetingServer", "--plain");
        assertEquals(10, reported());
        savesByRename(ending(21));
        savesByRename(ending(22));
        int told = reported();
        if (told == 21) told = reported();
        assertEquals(22, told);
        endsWithoutAnotherWord();
    }

    @Test
    void aSaveDuringACheckIsCheckedAfterIt() throws Exception {
        sits("watch", "GreetingServer", "--plain");
        assertEquals(10, reported());
        savesByRename(
                """
                void main() throws Exception {
                    Thread.sleep(2500);
                    System.exit(31);
                }
                """);
        new Leftovers(folder.getFileName().toString())
                .awaitRunning("-Xmx64m", Duration.ofSeconds(30));
        for (int status : new int[] {32, 33}) {
            savesByRename(ending(status));
            Thread.sleep(150); // long enough to be noticed as a save of its own
        }
        assertEquals(31, reported());
        assertEquals(33, reported());
        endsWithoutAnotherWord();
    }

    @Test
    void anErrorIsToldAsTheCompilerSaysItWithTheFileOneCanOpen() throws Exception {
        sits("watch", "GreetingServer", "--plain");
        assertEquals(10, reported());
        savesByRename("void main() {\n    int port = \"1234\";\n}\n");
        String report = watch.until(TALLY);
        String file = "exercises/04-first-server-and-client/GreetingServer.java";
        assertTrue(report.contains("\n" + file + ":2: error: incompatible types"), report);
        assertTrue(report.contains("check GreetingServer --seed "), report);
        assertFalse(report.contains("\u001b"), report);
        savesByRename(ending(41));
        assertEquals(41, reported());
    }

    @Test
    void aDeletedFileIsMissedAndItsReturnIsASave() throws Exception {
        sits("watch", "GreetingServer", "--plain");
        assertEquals(10, reported());
        Path away = Files.move(exercise.file(), exercise.folder().resolve("away"));
        watch.until("GreetingServer.java is not there");
        Files.move(away, exercise.file());
        assertEquals(10, reported());
        endsWithoutAnotherWord();
    }

    @Test
    void goesOnToTheNextExerciseAfterFullMarks() throws Exception {
        anotherExercise();
        sits("watch");
        assertEquals(10, reported());
        savesByRename(Files.readString(REAL.exercise("GreetingServer").orElseThrow().solution()));
        String full = watch.until(TALLY);
        assertTrue(full.contains("GreetingServer: 20 of 20 points"), full);
        assertTrue(full.endsWith("1 of 2 exercises, 20 of 40 points\n"), full);
        watch.until("On to PoliteServer");
        String next = watch.until(TALLY);
        assertEquals(50, status(next));
        assertTrue(next.contains("PoliteServer: 0 of 20 points"), next);
        savesByRename(ending(51));
        Path polite = exercise.folder().resolveSibling("05-polite/PoliteServer.java");
        Files.writeString(polite, ending(52));
        assertEquals(52, reported());
        try (Typed again = Typed.in(course, List.of(), "watch")) {
            again.until("checking exercises/05-polite/PoliteServer.java");
        }
    }

    private void anotherExercise() throws IOException {
        Path other = Files.createDirectories(exercise.folder().resolveSibling("05-polite"));
        Files.writeString(other.resolve("PoliteServer.java"), ending(50));
        Files.writeString(
                other.resolve("PoliteServerCheck.java"),
                Files.readString(exercise.check()).replace("GreetingServer", "PoliteServer"));
    }

    @Test
    void keysOnATerminal() throws Exception {
        Path python = Needs.tool(Tool.PYTHON);
        Files.writeString(exercise.file(), ending(10));
        // a terminal of its own, and what its settings are when the tool has gone
        List<String> before =
                List.of(
                        python.toString(),
                        "-c",
                        "import pty, sys; pty.spawn(sys.argv[1:])",
                        "sh",
                        "-c",
                        "\"$0\" \"$@\"; echo status $?; stty -a");
        watch = Typed.in(course, before, "watch");
        assertEquals(10, status(watch.until("\\[-{20}] 0 of 1 exercises")));
        watch.types("h");
        watch.until("hint 1 of 3\\R");
        watch.types("h");
        watch.until("hint 2 of 3\\R");
        watch.types("l");
        watch.until("> GreetingServer +0 of 20\\R");
        watch.types("rn");
        watch.until("Nothing was changed");
        assertEquals(ending(10), Files.readString(exercise.file()));
        watch.types("ry");
        watch.until("your version: .course/backups/GreetingServer");
        assertEquals(0, status(watch.until("0 of 1 exercises")));
        watch.types("c");
        watch.until("\u001b\\[2J");
        assertEquals(0, status(watch.until("0 of 1 exercises")));
        watch.types("q");
        watch.until("status 0\\R");
        String settings = watch.until("-?echo\\b");
        assertFalse(settings.endsWith("-echo"), settings);
    }
}
