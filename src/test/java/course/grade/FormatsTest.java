package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import course.script.Complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Each format is read again, by the rules of those who read it. */
class FormatsTest {
    private static final Graded ADA = ByHand.graded("ada", "GreetingServer");
    private static final Graded BOB = ByHand.notRun("bob", "GreetingServer");
    private static final Graded EVE = ByHand.broken("eve", "GreetingServer");

    @TempDir Path folder;

    private static JsonNode read(Object json) throws IOException {
        return new ObjectMapper().readTree(json.toString());
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.forEach(n -> texts.add(n.path(name).asText()));
        return texts;
    }

    private static void onlyOf(Set<String> allowed, JsonNode node) {
        assertTrue(allowed.containsAll(names(node)), () -> names(node) + " of " + allowed);
    }

    @Test
    void gradescope() throws IOException {
        for (Graded g : List.of(ADA, BOB)) {
            JsonNode root = read(Gradescope.of(g));
            onlyOf(Set.of("score", "execution_time", "output", "output_format",
                    "test_output_format", "test_name_format", "visibility", "stdout_visibility",
                    "extra_data", "tests", "leaderboard"), root);
            assertEquals("hidden", root.path("stdout_visibility").asText());
            int sum = 0;
            for (JsonNode t : root.path("tests")) {
                onlyOf(Set.of("score", "max_score", "status", "name", "name_format", "number",
                        "output", "output_format", "tags", "visibility", "extra_data"), t);
                assertTrue(t.path("score").isNumber() && t.path("max_score").isNumber());
                assertTrue(Set.of("passed", "failed").contains(t.path("status").asText()));
                assertTrue(t.path("tags").isArray() && t.path("number").isTextual());
                assertFalse(t.path("output").asText().contains("\u001b"));
                sum += t.path("score").asInt();
            }
            assertEquals(sum, root.path("score").asInt(), "it overrides the sum");
            for (String name : List.of("output_format", "test_output_format")) {
                assertEquals("text", root.path(name).asText(), "markup stays text");
            }
            assertTrue(root.path("execution_time").isNumber());
            assertTrue(Set.of("hidden", "after_due_date", "after_published", "visible")
                    .contains(root.path("visibility").asText()));
        }
        JsonNode ada = read(Gradescope.of(ADA));
        assertEquals(6, ada.path("score").asInt());
        assertEquals(List.of("passed", "failed", "failed", "passed"),
                texts(ada.path("tests"), "status"));
        String failed = ada.path("tests").path(1).path("output").asText();
        assertTrue(failed.contains("Looks like: one read. Read on."), failed);
        assertTrue(failed.contains("Hint: Think of streams. (lecture 07"), failed);
        assertEquals("skipped: it needs \"does one\"",
                ada.path("tests").path(2).path("output").asText());
        assertTrue(read(Gradescope.of(BOB)).path("tests").path(0).path("output").asText()
                .startsWith("error: ';' expected"));
    }

    private static Map<String, String> runner() {
        return new HashMap<>(Map.of("CLASSROOM", "sockets", "ASSIGNMENT", "greeting",
                "ASSIGNMENT_TYPE", "group", "OWNER", "ada", "SUBMISSION_TAG",
                "submit/2026-06-01T14-32-05Z-a1b2c3d", "COMMIT_URL", "https://host/c",
                "RELEASE_URL", "https://host/r", "REVIEW_URL", "", "COMMIT_TIME",
                "2026-06-01T16:32:01+02:00"));
    }

    /** Rules of result-v1.schema.json, and those that its description adds. */
    @Test
    void classroom50() throws IOException {
        // a clock has finer ticks than the schema has seconds
        Graded ticking = new Graded(ADA.handed(), ADA.seed(), ADA.version(), ADA.outcome(),
                ADA.at().plusMillis(7));
        JsonNode root = read(new Classroom50(runner()).of(ticking));
        Set<String> required = Set.of("schema", "classroom", "assignment", "assignment_type",
                "owner", "submission", "commit", "release", "review", "datetime", "score",
                "max-score", "tests");
        assertTrue(names(root).containsAll(required), () -> names(root).toString());
        Set<String> allowed = new TreeSet<>(required);
        allowed.addAll(List.of("graded_at", "submitted_by"));
        onlyOf(allowed, root);
        assertEquals("classroom50/result/v1", root.path("schema").asText());
        assertTrue(Set.of("individual", "group").contains(root.path("assignment_type").asText()));
        for (String name : List.of("classroom", "assignment", "owner", "commit", "release",
                "review")) {
            assertFalse(root.path(name).asText().isEmpty(), name);
        }
        assertTrue(root.path("submission").asText().startsWith("submit/"));
        String time = "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$";
        assertEquals("2026-06-01T14:32:01Z", root.path("datetime").asText());
        assertTrue(root.path("datetime").asText().matches(time));
        assertTrue(root.path("graded_at").asText().matches(time));
        assertTrue(root.path("score").isInt() && root.path("max-score").isInt());
        assertEquals("6 of 10", root.path("score") + " of " + root.path("max-score"));
        for (JsonNode t : root.path("tests")) {
            assertFalse(t.path("test-name").asText().isEmpty());
            assertTrue(t.path("passed").isBoolean());
            assertTrue(t.path("score").isInt() && t.path("max-score").isInt());
            assertTrue(t.path("score").asInt() <= t.path("max-score").asInt());
        }
        assertEquals(4, root.path("tests").size());
    }

    @Test
    void classroom50NeedsItsRunner() throws IOException {
        Map<String, String> said = runner();
        said.remove("COMMIT_TIME");
        assertEquals("2026-06-01T14:32:05Z",
                read(new Classroom50(said).of(ADA)).path("datetime").asText());
        for (String name : List.of("CLASSROOM", "OWNER", "SUBMISSION_TAG", "RELEASE_URL")) {
            Map<String, String> lacking = runner();
            lacking.remove(name);
            Complaint c = assertThrows(Complaint.class, () -> new Classroom50(lacking).check());
            assertTrue(c.getMessage().contains(name.equals("OWNER") ? "USERNAME" : name));
            assertEquals(2, c.status());
        }
    }

    /** As src/main.js of the reporter reads them. */
    private static List<JsonNode> runners(Graded g) throws IOException {
        Properties env = new Properties();
        env.load(new StringReader(ClassroomReporter.of(g)));
        String input = env.getProperty("RUNNERS");
        assertTrue(input.matches("([a-zA-Z0-9]+,)*[a-zA-Z0-9]+"), input);
        List<JsonNode> results = new ArrayList<>();
        for (String runner : input.split(",")) {
            byte[] json = Base64.getDecoder().decode(
                    env.getProperty(runner.toUpperCase() + "_RESULTS"));
            results.add(read(new String(json, StandardCharsets.UTF_8)));
        }
        return results;
    }

    @Test
    void classroomReporter() throws IOException {
        double table = 0;
        int points = 0;
        int most = 0;
        for (JsonNode r : runners(ADA)) {
            assertEquals(1, r.path("version").asInt());
            assertTrue(Set.of("pass", "fail", "error").contains(r.path("status").asText()));
            double passed = 0;
            for (JsonNode t : r.path("tests")) {
                assertTrue(Set.of("pass", "fail", "error").contains(t.path("status").asText()));
                assertTrue(t.path("line_no").isInt() && t.path("line_no").asInt() == 0);
                assertTrue(t.path("score").isInt());
                if (t.path("status").asText().equals("pass")) passed++;
                points += t.path("score").asInt();
                noCommandIn(t.path("message").asText());
            }
            most += r.path("max_score").asInt();
            table += passed / r.path("tests").size() * r.path("max_score").asInt();
        }
        assertEquals("6 of 10", points + " of " + most, "what Classroom was told");
        assertEquals(points, table, "what its table says");
        assertEquals(List.of("error", "error"),
                runners(BOB).stream().map(r -> r.path("status").asText()).toList());
        runners(BOB).forEach(r -> noCommandIn(r.path("tests").path(0).path("message").asText()));
        assertEquals("error", runners(EVE).getFirst().path("status").asText());
        assertFalse(ClassroomReporter.of(EVE).contains("log"));
    }

    private static void noCommandIn(String message) {
        assertTrue(message.lines().noneMatch(l -> l.strip().startsWith("::")), message);
        assertFalse(message.contains("##["), message);
        assertFalse(message.contains("\u001b"), message);
    }

    @Test
    void check50() throws IOException {
        JsonNode root = read(Check50.of(ADA));
        assertEquals(Set.of("slug", "results", "version"), names(root));
        for (JsonNode r : root.path("results")) {
            assertEquals(Set.of("name", "description", "passed", "log", "cause", "data",
                    "dependency"), names(r));
            boolean passed = r.path("passed").asBoolean();
            assertEquals(passed, r.path("cause").isNull(), "a cause, iff it did not pass");
            if (!passed) assertEquals(Set.of("rationale", "help"), names(r.path("cause")));
            assertTrue(r.path("log").isArray() && r.path("data").isObject());
            assertTrue(r.path("dependency").isNull() || r.path("dependency").isTextual());
        }
        assertEquals(List.of("true", "false", "null", "true"),
                texts(root.path("results"), "passed"));
        assertEquals("expected 5 bytes, got 3",
                root.path("results").path(1).path("cause").path("rationale").asText());
        JsonNode broken = read(Check50.of(EVE));
        assertEquals(Set.of("slug", "error", "version"), names(broken));
        assertEquals(Set.of("type", "value", "traceback", "data"), names(broken.path("error")));
        assertFalse(broken.toString().contains("/home"), "how it broke is not for students");
    }

    @Test
    void noCellOfOursIsAFormula() {
        String csv = MarksCsv.of(ByHand.school(
                List.of(ByHand.student("zoe", "=cmd|' /C calc'!A0", "+1@x", "7"),
                        ByHand.student("ada", "Lovelace, \"Ada\"", "ada@x")),
                ADA, EVE, ByHand.graded("@SUM(A1)", "EchoServer"),
                ByHand.graded("-2+3", "EchoServer"), ByHand.graded("\t=1", "EchoServer")));
        List<String> lines = csv.lines().toList();
        assertEquals(7, lines.size(), csv);
        assertTrue(csv.contains("ada,\"Lovelace, \"\"Ada\"\"\",ada@x,GreetingServer,6,10,"
                + "2026-11-01T10:00:00Z,,graded,2026-11-02T09:30:00Z,GreetingServer.java\r\n"),
                csv);
        assertTrue(csv.contains("eve,,,GreetingServer,,,"), "no points, not even 0: " + csv);
        assertTrue(lines.getLast().startsWith("zoe,'=cmd|' /C calc'!A0,'+1@x,,,,,,not handed in"),
                csv);
        for (String line : lines) {
            for (String cell : line.split(",")) {
                assertFalse(cell.replace("\"", "").matches("\\s*[=+@-].*"), line);
            }
        }
    }

    @Test
    void whatIsAskedForIsWrittenAndWhatIsNotIsGone() throws IOException {
        SchoolClass all = ByHand.school(List.of(), ADA, BOB, EVE);
        Reports reports = new Reports(folder);
        reports.write(all, EnumSet.of(Format.GRADESCOPE, Format.CHECK50, Format.CSV));
        assertEquals(List.of("check50/GreetingServer/ada.json", "check50/GreetingServer/bob.json",
                "check50/GreetingServer/eve.json", "gradescope/GreetingServer/ada.json",
                "gradescope/GreetingServer/bob.json"), written());
        assertTrue(Files.exists(folder.resolve("marks.csv")));
        assertEquals(EnumSet.of(Format.GRADESCOPE, Format.CHECK50, Format.CSV), reports.formats());
        reports.write(ByHand.school(List.of(), BOB), EnumSet.of(Format.CLASSROOM));
        assertEquals(List.of("classroom/GreetingServer/bob.env"), written());
        assertFalse(Files.exists(folder.resolve("marks.csv")));
    }

    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString())
                    .filter(f -> f.matches("(gradescope|check50|classroom)/.*")).sorted().toList();
        }
    }

    @Test
    void whoHasHandedInNothingIsListed() throws IOException {
        SchoolClass all = ByHand.school(List.of(ByHand.student("ADA", "Ada L", ""),
                ByHand.student("dan", "<i>Dan", "")), ADA, BOB);
        String page = ClassPage.of(all);
        assertTrue(page.contains("<h2>Not handed in</h2>\n<p class=\"\">1 of the 2 in the roster"),
                page);
        assertTrue(page.contains("<tr><td>dan</td><td>&lt;i&gt;Dan</td></tr>"), page);
        assertFalse(ClassPage.of(ByHand.school(List.of(), ADA)).contains("Not handed in"));
        new Reports(folder).write(all, Set.of());
        JsonNode json = read(Files.readString(folder.resolve("class.json")));
        assertEquals("[\"dan\"]", json.path("missing").toString());
        assertEquals(all.roster(), new Reports(folder).read(all.graded()).roster());
    }
}
