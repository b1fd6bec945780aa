package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each law can be broken: a copy of the course, spoilt in one way, and the line that says so. */
class LawsTest {
    private static final String TOPIC = "04-first-server-and-client";
    private static final String FILE = "exercises/" + TOPIC + "/GreetingServer.java";
    private static final String CHECK = "exercises/" + TOPIC + "/GreetingServerCheck.java";
    private static final String BRIEF = "exercises/" + TOPIC + "/README.adoc";
    private static final String PAGE = "solutions/" + TOPIC + "/README.adoc";
    private static final String SOLUTION = "solutions/" + TOPIC + "/GreetingServer.java";
    private static final String ATTEMPTS = "solutions/" + TOPIC + "/attempts";
    private static final String LAST = ATTEMPTS + "/GreetingServerDropsLastLine.java";

    @TempDir Path folder;
    private CopyOfCourse copy;

    @BeforeEach
    void copyTheCourse() throws IOException {
        copy = CopyOfCourse.in(folder);
        Files.write(exercise().file(), exercise().skeleton());
    }

    private Exercise exercise() {
        return copy.course().exercise("GreetingServer").orElseThrow();
    }

    private Laws laws() {
        Path built = Course.find(Path.of("")).state().resolve("built");
        return new Laws(copy.course(), new Examiner(new Workshop(built), Patience.USUAL));
    }

    private void texts(String... expected) {
        assertEquals(List.of(expected), lines(laws().ofTexts(exercise()).stream()));
    }

    private List<String> programs(String law) {
        return lines(laws().ofPrograms(exercise()).stream().filter(l -> l.name().equals(law)));
    }

    private List<String> lines(Stream<Law> laws) {
        return Laws.prove(laws.toList()).stream()
                .flatMap(p -> Stream.concat(p.trouble().stream(),
                        p.breaches().stream().map(Breach::toString)))
                .map(l -> l.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void unspoiltItKeepsThemAll() {
        texts();
    }

    @Test
    void theBriefPrintsAnotherSkeleton() throws IOException {
        copy.spoil(BRIEF, "Now nobody learns the", "Then nobody learns the");
        texts(FILE + ":17: the brief prints \"        // another, for ever, and greet each."
                + " Then nobody learns the\" here");
    }

    @Test
    void theBriefHasNoSkeleton() throws IOException {
        copy.spoil(BRIEF, "skeleton=GreetingServer.java", "skeleton=Greeting.java");
        texts(BRIEF + ":5: its section has no listing [source,java,skeleton=GreetingServer.java]");
    }

    @Test
    void thereIsNoBrief() throws IOException {
        copy.spoil(BRIEF, "== GreetingServer\n", "== Greetings\n");
        texts(BRIEF + ":1: has no section \"== GreetingServer\"");
    }

    @Test
    void nothingMarksTheHole() throws IOException {
        for (String file : List.of(FILE, BRIEF)) {
            copy.spoil(file, "// TODO Say", "// Say");
            copy.spoil(file, "// TODO Read", "// Read");
        }
        texts(FILE + ":1: no \"// TODO \" marks the hole");
    }

    @Test
    void theSkeletonCompilesWithAWarning() throws IOException {
        for (String file : List.of(FILE, BRIEF)) {
            copy.spoil(file, "int port = args", "int port = (int) args");
            copy.spoil(file, "(int) args.length > 0 ? ", "args.length > 0 ? (int) ");
        }
        texts(FILE + ":12: redundant cast to int");
    }

    @Test
    void aHintIsMissing() throws IOException {
        copy.spoil(BRIEF, ".Hint 2: lines", ".Lines");
        int line = line(BRIEF, ".Hint 1");
        texts(BRIEF + ":" + line + ": 2 hints (\".Hint 1: …\"), not 3");
    }

    @Test
    void theLectureIsNotWritten() throws IOException {
        Files.delete(copy.file("lectures/" + TOPIC + "/README.adoc"));
        Stream<Law> itsLecture = laws().ofTexts(exercise()).stream()
                .filter(l -> l.name().equals("its lecture is written or planned"));
        assertEquals(List.of(BRIEF + ":1: there is no lecture " + TOPIC), lines(itsLecture));
    }

    @Test
    void theCheckDoesNotCompile() throws IOException {
        copy.spoil(CHECK, "void oneLine(", "voi oneLine(");
        texts(CHECK + ":1: the check itself does not compile: " + CHECK + ":17: error:"
                + " cannot find symbol");
    }

    @Test
    void aTestIsPoorlyDescribed() throws IOException {
        String title = "title = \"takes \\\\r\\\\n for the end of a line, too\"";
        copy.spoil(CHECK, title, "title = \" \"");
        copy.spoil(CHECK, "hint = \"Who keeps the reply back? Think of buffers.\"", "hint = \"\"");
        copy.spoil(CHECK, "points = 1", "points = 0");
        copy.spoil(CHECK, "\"02-addresses-ports-and-names\"", "\"02-addresses\"");
        copy.spoil(BRIEF, "Twenty points", "19 points");
        texts(inCheck("atOnce", "has no hint"), inCheck("crlf", "has no title"),
                inCheck("crlf", "is worth 0 points"),
                inCheck("badPort", "sends to a lecture that there is not: 02-addresses"));
    }

    @Test
    void theBriefCountsOtherPoints() throws IOException {
        copy.spoil(BRIEF, "Twenty points", "Twenty-one points");
        texts(BRIEF + ":" + line(BRIEF, "Twenty-one")
                + ": 21 points are promised, the tests give 20");
        copy.spoil(BRIEF, "Twenty-one points", "Points");
        texts(BRIEF + ":" + line(BRIEF, "== Greet")
                + ": does not count the points, e.g. \"Twenty points are to be had.\"");
    }

    @Test
    void aScriptIsTooWide() throws IOException {
        String wide = "// " + "\u00eb".repeat(70);
        copy.spoil(LAST, "// Mistake: LAST_LINE", wide + "\n// Mistake: LAST_LINE");
        texts(LAST + ":6: 73 columns, not 72");
    }

    @Test
    void theSolutionIsMissingOrMisnamed() throws IOException {
        Files.delete(copy.file(SOLUTION));
        Path python = copy.file(SOLUTION.replace("GreetingServer.java", "greeting_server.py"));
        Files.move(python, python.resolveSibling("greetingserver.py"));
        texts(SOLUTION + ":1: is not there", "solutions/" + TOPIC
                + "/greetingserver.py:1: should be called greeting_server.py");
    }

    @Test
    void anAttemptsHeaderIsUnreadable() throws IOException {
        copy.spoil(LAST, "Marks: 19 of 20", "Marks: nearly all");
        texts(LAST + ":1: its header has no \"Marks: 1 of 2\"");
        assertEquals(Optional.empty(), laws().writeMarkedScript(exercise()));
    }

    @Test
    void anAttemptsHeaderNamesWhatIsNot() throws IOException {
        copy.spoil(LAST, "Fails: lastLine", "Fails: lastLine, lost\n// Skips: gone");
        copy.spoil(ATTEMPTS + "/GreetingServerChatty.java", "CHATTY", "TALKATIVE");
        assertTrue(lines(laws().ofTexts(exercise()).stream()).containsAll(List.of(
                ATTEMPTS + "/GreetingServerChatty.java:1: there is no mistake TALKATIVE",
                LAST + ":5: there is no test lost", LAST + ":6: there is no test gone")));
    }

    @Test
    void fewAttemptsFailFewTests() throws IOException {
        keep("DropsLastLine");
        List<String> lines = lines(laws().ofTexts(exercise()).stream());
        assertEquals(ATTEMPTS + ":1: 1 of GreetingServer, at least 4 are wanted", lines.get(0));
        assertEquals(inCheck("oneLine", "is failed by no attempt"), lines.get(1));
        assertEquals(1 + 13 + 1, lines.size(), lines::toString);
    }

    @Test
    void aMistakesLectureIsUnknown() throws IOException {
        Files.move(copy.file("lectures/02-addresses-ports-and-names"),
                copy.file("lectures/02-addresses"));
        copy.spoil(CHECK, "\"02-addresses-ports-and-names\"", "\"02-addresses\"");
        texts(ATTEMPTS + "/GreetingServerIgnoresPort.java:6: IGNORES_PORT sends to a lecture that"
                + " there is not: 02-addresses-ports-and-names");
    }

    @Test
    void theMarkedScriptSaysSomethingElse() throws IOException {
        copy.spoil(PAGE, "| 19 of 20\n| crlf", "| 18 of 20\n| crlf");
        texts(PAGE + ":" + line(PAGE, "| 18 of 20\n| crlf") + ": the table says \"| 18 of 20\","
                + " the headers say \"| 19 of 20\"; course author check --write writes it anew");
        copy.spoil(PAGE, ".The marked script", ".A script");
        texts(PAGE + ":5: has no table \".The marked script\"; course author check --write makes"
                + " it");
        copy.spoil(PAGE, "== GreetingServer", "== Greetings");
        texts(PAGE + ":1: has no section \"== GreetingServer\"");
    }

    @Test
    void aMissingTableIsMade() throws IOException {
        String before = Files.readString(copy.file(PAGE));
        int from = before.indexOf("\n.The marked script");
        int to = before.indexOf("\n== GreetingClient");
        String spoiled = before.substring(0, from) + before.substring(to);
        Files.writeString(copy.file(PAGE), spoiled);
        assertTrue(laws().writeMarkedScript(exercise()).isPresent());
        assertEquals(before, Files.readString(copy.file(PAGE)));
        texts();
    }

    /** Neither a mistake nor a failed test, but one that another's failure kept from running. */
    @Test
    void theTableTellsOfWhatWasNotRun() throws IOException {
        copy.spoil(LAST, "// Mistake: LAST_LINE", "// Skips: utf8, crlf");
        laws().writeMarkedScript(exercise());
        String page = Files.readString(copy.file(PAGE));
        assertTrue(page.contains("| `DropsLastLine`\n| 19 of 20\n"
                + "| lastLine (not run: utf8, crlf)\n| no known mistake\n"), page);
        texts();
    }

    @Test
    void anExerciseLeavesItsNeighboursPrograms() throws IOException {
        Path folder = exercise().folder();
        Files.copy(exercise().check(), folder.resolve("GreetingServerTwiceCheck.java"));
        assertTrue(exercise().owns(Path.of("GreetingServerOnce.java")));
        assertTrue(exercise().owns(Path.of("greeting_server.py")));
        assertFalse(exercise().owns(Path.of("GreetingServerTwiceSilent.java")));
        assertFalse(exercise().owns(Path.of("greeting_server_twice.c")));
        assertFalse(exercise().owns(Path.of("GreetingServers.java")));
    }

    @Test
    void theSkeletonEarnsSomethingElse() throws IOException {
        copy.spoil(BRIEF, "earns 0 of them", "earns three of them");
        found(FILE + ":1: the skeleton earns 0 of 20, the brief says 3. It was started with"
                        + " port 0 and ended with exit status 0 before it printed \"listening on"
                        + " 127.0.0.1 port N\".",
                programs("the skeleton earns what the brief says"));
    }

    @Test
    void aSolutionIsNotPerfect() throws IOException {
        copy.spoil(SOLUTION, "\"nobody\"", "\"somebody\"");
        found(SOLUTION + ":1: earns 19 of 20, fails emptyLine", programs("full marks in Java"));
    }

    @Test
    void anAttemptIsNotWhatItsHeaderSays() throws IOException {
        copy.spoil(LAST, "19 of 20", "18 of 20");
        copy.spoil(LAST, "Fails: lastLine", "Fails: lastLine, crlf\n// Skips: utf8");
        copy.spoil(LAST, "LAST_LINE", "CHATTY, ONE_READ");
        List<String> lines = programs("the marks of DropsLastLine");
        assertEquals(4, lines.size(), lines::toString);
        found(LAST + ":4: says 18 of 20, earns 19 of 20", lines.subList(0, 1));
        found(LAST + ":5: should say \"Fails: lastLine\", says \"lastLine, crlf\"",
                lines.subList(1, 2));
        found(LAST + ":6: should say \"Skips: \", says \"utf8\"", lines.subList(2, 3));
        found(LAST + ":7: should say \"Mistake: LAST_LINE\", says \"CHATTY, ONE_READ\"",
                lines.subList(3, 4));
    }

    @Test
    void anAttemptDoesNotCompile() throws IOException {
        copy.spoil(LAST, "void main(", "oops main(");
        List<String> lines = programs("the marks of DropsLastLine");
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().startsWith(LAST + ":4: says 19 of 20, earns 0 of 20. It does"
                + " not compile: ") && lines.getFirst().contains("DropsLastLine.java:16: error: "),
                lines::toString);
    }

    /** The line ends with the command that shows the same run again. */
    private static void found(String expected, List<String> lines) {
        assertEquals(1, lines.size(), lines::toString);
        String replay = "; course check GreetingServer --file \\S+ --seed \\d+";
        assertTrue(lines.getFirst().matches(".*" + replay), lines::toString);
        assertEquals(expected, lines.getFirst().replaceFirst(replay, ""));
    }

    private void keep(String attempt) throws IOException {
        try (Stream<Path> all = Files.list(copy.file(ATTEMPTS))) {
            for (Path file : all.toList()) {
                if (!file.endsWith("GreetingServer" + attempt + ".java")) Files.delete(file);
            }
        }
    }

    private String inCheck(String test, String message) throws IOException {
        return CHECK + ":" + line(CHECK, "void " + test + "(") + ": " + test + " " + message;
    }

    private int line(String file, String text) throws IOException {
        String all = Files.readString(copy.file(file));
        return all.substring(0, all.indexOf(text)).split("\n", -1).length;
    }
}
