package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import course.Needs;
import course.check.Report.Status;
import course.run.Containment;
import course.run.Tool;
import course.run.Workshop;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a program does, the verdict is clean: its fault is told, and the tool stays whole. */
class VerdictTest {
    /** For programs that are never ready. */
    private static final Patience SHORT = new Patience(Duration.ofMillis(800), 1);
    private static final String ANSWER = """
            void main() throws Exception {
                var server = new java.net.ServerSocket(
                        0, 50, java.net.InetAddress.getLoopbackAddress());
                System.out.println("listening on 127.0.0.1 port " + server.getLocalPort());
                while (true) try (var client = server.accept()) {
                    %s
                } catch (java.io.IOException e) { }
            }
            """;

    private final Course course = Course.find(Path.of(""));
    private final Exercise exercise = course.exercise("GreetingServer").orElseThrow();
    private final Workshop workshop = new Workshop(course.state().resolve("built"));

    @TempDir Path folder;

    private Report examine(String name, String program, Patience patience) throws IOException {
        Path file = Files.writeString(folder.resolve(name), program);
        return new Examiner(workshop, patience).examine(exercise, file, 7);
    }

    private Report examine(String name, String program) throws IOException {
        return examine(name, program, Patience.USUAL);
    }

    private String verdict(String program) throws IOException {
        return verdict(program, Patience.USUAL);
    }

    private String verdict(String program, Patience patience) throws IOException {
        Report report = examine("GreetingServer.java", program, patience);
        assertEquals(0, report.score());
        assertEquals(20, report.max());
        return TextReport.of(report, Ink.PLAIN, "replay");
    }

    private void noTerminalCommands(String text) {
        assertTrue(text.codePoints()
                .noneMatch(c -> c < 0x20 && c != '\n' || c == 0x7f || c == 0x202e), text);
    }

    @Test
    void aCompileErrorIsTheStudents() throws IOException {
        String text = verdict("void main() {\n    int port = \"1234\";\n}\n");
        String file = Course.shown(folder.resolve("GreetingServer.java"));
        String said = "It does not compile:\n" + file + ":2: error: incompatible types";
        assertTrue(text.startsWith(said), text);
        assertTrue(text.contains("\u00b7 0/2  answers a line, and closes at the end"), text);
    }

    @Test
    void aCompileErrorInC() throws IOException {
        Needs.tool(Tool.CC);
        Report report = examine("my server.c", "int main(void) { return x; }\n");
        String said = report.trouble().orElseThrow();
        assertTrue(said.contains(Course.shown(folder.resolve("my server.c")) + ":1:"), said);
        assertTrue(said.contains("error"), said);
        assertEquals(14, report.tests().stream().filter(t -> t.status() == Status.NOT_RUN).count());
    }

    @Test
    void exitsAtOnce() throws IOException {
        String text = verdict("void main() { System.err.println(\"no idea\"); System.exit(7); }");
        assertTrue(text.contains("ended with exit status 7 before it printed"), text);
        assertTrue(text.contains("stderr: no idea"), text);
    }

    @Test
    void isNeverReady() throws IOException {
        String text = verdict("void main() throws Exception { Thread.sleep(60_000); }", SHORT);
        assertTrue(text.contains("ran for 800 ms without printing \"listening on"), text);
        assertTrue(text.contains("It printed nothing."), text);
    }

    @Test
    void talksForEver() throws IOException {
        String text = verdict(
                "void main() { while (true) System.out.print(\"never a line, always more \"); }",
                SHORT);
        assertTrue(text.contains("ran for 800 ms"), text);
        assertTrue(text.length() < 5000, text);
    }

    @Test
    void printsForEverInLines() throws IOException {
        String text = verdict(
                "void main() { while (true) System.err.println(\"all work and no play\"); }",
                SHORT);
        assertTrue(text.contains("stderr: all work"), text);
        assertTrue(text.length() < 5000, text);
    }

    @Test
    void commandsToTheTerminalAreShownAndNotObeyed() throws IOException {
        String text = verdict(
                "void main() { System.err.println(\"\\u001b[2Jgone\\u202etxt.exe\\u0007\"); }");
        assertTrue(text.contains("\u241b[2Jgone"), text);
        noTerminalCommands(text);
    }

    @Test
    void commandsOverTheWireToo() throws IOException {
        String text = verdict(ANSWER.formatted(
                "client.getOutputStream().write(\"\\u001b[31mred\\u0000\".getBytes());"));
        assertTrue(text.contains("\\x1b[31mred\\x00"), text);
        noTerminalCommands(text);
    }

    @Test
    void answersForEver() throws IOException {
        String text = verdict(ANSWER.formatted(
                "while (true) client.getOutputStream().write(new byte[100_000]);"));
        assertTrue(text.length() < 60_000, text.length() + " characters");
    }

    @Test
    void leavesAChildBehind() throws IOException {
        String text = verdict(
                "void main() throws Exception {"
                        + " new ProcessBuilder(\"sleep\", \"3\").inheritIO().start(); }",
                SHORT);
        assertTrue(text.contains("ended with exit status 0") || text.contains("without printing"),
                text);
    }

    @Test
    void diesInTheMiddle() throws IOException {
        String text = verdict(ANSWER.formatted(
                "client.getInputStream().read(); Runtime.getRuntime().halt(3);"));
        assertTrue(text.contains("the program ended, with exit status 3"), text);
    }

    @Test
    void anyFileWillDo() throws IOException {
        Path solution = exercise.solution();
        Report report = examine("my greeter (final).java", Files.readString(solution));
        assertTrue(report.fullMarks(), TextReport.of(report, Ink.PLAIN, ""));
        Needs.tool(Tool.PYTHON);
        Path python = exercise.solutions().resolve("greeting_server.py");
        assertTrue(examine("1st try.py", Files.readString(python)).fullMarks());
    }

    /** What one test did to a copy is not held against the program in the next. */
    @Test
    void aCopyWornOutByEarlierTestsCostsNothing() throws IOException {
        String tiring = Files.readString(exercise.solution())
                .replace("\"hello \" +", "(served > 4 ? \"tired \" : \"hello \") +")
                .replace("while (true) serve(", "for (;; served++) serve(")
                + "int served;\n";
        Report report = examine("Tiring.java", tiring);
        assertTrue(report.fullMarks(), TextReport.of(report, Ink.PLAIN, ""));
        Report tooTired = examine("Lazy.java", tiring.replace("> 4", "> 1"));
        assertFalse(tooTired.fullMarks());
    }

    /** That the marks stay the same is seen in GradersTest, which takes another seed each time. */
    @Test
    void theSeedChangesTheNames() {
        assertEquals(names(5, "crlf"), names(5, "crlf"));
        assertNotEquals(names(5, "crlf"), names(6, "crlf"));
        assertNotEquals(names(5, "crlf"), names(5, "together"));
    }

    private static List<String> names(long seed, String test) {
        Names names = new Names(seed, test);
        return List.of(names.plain(), names.plain(), names.plain(), names.accented());
    }

    @Test
    void theReportForPrograms() throws IOException {
        Path flawed = exercise.solutions().resolve("attempts/GreetingServerDropsLastLine.java");
        Report report = new Examiner(workshop, Patience.USUAL).examine(exercise, flawed, 42);
        JsonNode root = new ObjectMapper().readTree(JsonReport.of(report));
        assertEquals("GreetingServer", root.get("exercise").asText());
        assertEquals(42, root.get("seed").asLong());
        assertEquals(19, root.get("score").asInt());
        assertEquals(20, root.get("max").asInt());
        assertEquals(14, root.get("tests").size());
        assertEquals(Containment.here().title(), root.get("containment").asText());
        JsonNode failed = root.get("tests").get(7);
        assertEquals("lastLine", failed.get("name").asText());
        assertEquals("failed", failed.get("status").asText());
        assertEquals("LAST_LINE", failed.get("mistake").asText());
        assertEquals("08-closing", failed.get("lecture").asText());
        assertEquals(0, failed.get("points").asInt());
        assertFalse(failed.get("hint").asText().isEmpty());
        JsonNode sent = failed.get("story").findParent("hex");
        assertTrue(sent.get("micros").isNumber());
        assertEquals("passed", root.get("tests").get(0).get("status").asText());
    }
}
