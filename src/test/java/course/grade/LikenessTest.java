package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import course.submit.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reports say of programs that resemble each other. */
class LikenessTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final Exercise CHAT = COURSE.exercise("ChatRoom").orElseThrow();
    private static final String EVIL = "</pre><script>alert(1)</script>\u202e";

    @TempDir Path folder;
    private final List<Graded> graded = new ArrayList<>();

    private void hands(String student, String origin, String file, String text)
            throws IOException {
        Submission s = SmallClass.handedIn(folder.resolve("in"), student, "ChatRoom",
                file.substring(file.indexOf('.')), text);
        Handed handed = new Handed(student, "ChatRoom", file, s.sha256(), Optional.empty(), false,
                List.of(), origin);
        Path kept = handed.in(Grading.files(folder));
        Files.createDirectories(kept.getParent());
        Files.copy(s.file(), kept, StandardCopyOption.REPLACE_EXISTING);
        graded.add(new Graded(handed, 7, "1", Outcome.broken("not graded", "nothing"),
                Instant.EPOCH));
    }

    @BeforeEach
    void aSmallClass() throws IOException {
        String program = Files.readString(CHAT.solution());
        String mine = "/* " + EVIL + " */\r\n" + program.replace("\n", "\r\n");
        hands("ada", "1", "ChatRoom.java", program);
        hands(SmallClass.HOSTILE, "2", "ChatRoom.java", mine + "// " + EVIL);
        // a team is no pair, whoever else has the same
        String c = Files.readString(CHAT.solution(Language.C));
        hands("bob", "3", "chat_room.c", c);
        hands("cleo", "3", "chat_room.c", c);
        hands("dora", "4", "ChatRoom.java", String.join("\n", CHAT.skeleton()));
        hands("eve", "5", "ChatRoom.java", String.join("\n", CHAT.skeleton()) + "\n");
    }

    private SchoolClass school() {
        return new SchoolClass(graded, List.of(), List.of(), List.of(), "nothing",
                Optional.empty());
    }

    private List<Likeness> likenesses() {
        return Likeness.of(COURSE, folder, graded);
    }

    @Test
    void pairsStandSideBySideAndNothingOfTheirsIsMarkup() throws IOException {
        new Reports(folder).write(school().comparing(likenesses()), Set.of());
        String index = Files.readString(folder.resolve("index.html"));
        assertTrue(index.contains("<td class=\"number\">100 %</td><td>ada</td>"),
                () -> index.substring(index.indexOf("<body>")));
        assertTrue(index.contains("href=\"similarity/ChatRoom-java.html#pair-1\""));
        assertTrue(index.contains("2 compared, 1 pair; 2 with too little of their own"), index);
        assertTrue(index.contains("1 compared, no pair resembles"), "the team of the C program");
        String page = Files.readString(folder.resolve("similarity/ChatRoom-java.html"));
        assertTrue(page.contains("<mark class=\"m1\" id=\"p1l-1\"><a href=\"#p1r-1\">1</a>"));
        assertTrue(page.contains("id=\"p1r-1\"><a href=\"#p1l-1\">1</a>"));
        assertTrue(page.contains("&lt;/pre&gt;&lt;script&gt;alert(1)"));
        for (String text : List.of(index, page)) {
            assertFalse(text.contains("<script"));
            assertFalse(text.contains("\u202e"));
            assertFalse(text.contains("\r"));
        }
        try (Stream<Path> students = Files.list(folder.resolve("students"))) {
            for (Path student : students.toList()) {
                assertFalse(Files.readString(student).contains("similar"), student.toString());
            }
        }
        JsonNode json = json().path("similarity");
        JsonNode pair = json.path(1).path("pairs").path(0);
        assertEquals("c java", json.path(0).path("language").asText() + " "
                + json.path(1).path("language").asText());
        assertEquals(Set.of("ada", SmallClass.HOSTILE), Set.of(
                pair.at("/left/students/0").asText(), pair.at("/right/students/0").asText()));
        assertEquals(100, pair.at("/left/percent").asInt());
        assertTrue(pair.at("/left/passages/0/toLine").asInt() > 10, pair.toString());
    }

    @Test
    void whoAsksNotForItFindsNothing() throws IOException {
        Reports reports = new Reports(folder);
        reports.write(school().comparing(likenesses()), Set.of());
        assertTrue(reports.tellSimilarity());
        reports.write(school(), Set.of());
        assertFalse(reports.tellSimilarity());
        assertFalse(Files.readString(folder.resolve("index.html")).contains("Similar"));
        assertTrue(json().path("similarity")
                .isMissingNode());
    }

    @Test
    void aTreeForJPlag() throws IOException {
        Path tree = folder.resolve("tree");
        new JPlagTree(COURSE, folder).write(graded, tree);
        Path java = tree.resolve("ChatRoom-java");
        assertEquals(Set.of("ada", "dora", "eve", Reports.fileName(SmallClass.HOSTILE)),
                names(java.resolve("submissions")));
        assertEquals(Files.readString(CHAT.solution()),
                Files.readString(java.resolve("submissions/ada/ChatRoom.java")));
        assertEquals(String.join("\n", CHAT.skeleton()) + "\n",
                Files.readString(java.resolve("base/ChatRoom.java")));
        assertTrue(Files.exists(java.resolve(
                "base/04-first-server-and-client/SimpleServer.java")));
        assertFalse(Files.exists(java.resolve("base/10-datagrams")), "not yet told");
        assertEquals(Set.of("bob", "cleo"), names(tree.resolve("ChatRoom-c/submissions")));
        // again: what was there goes; what is not ours stays
        graded.removeIf(g -> g.handed().student().equals("ada"));
        new JPlagTree(COURSE, folder).write(graded, tree);
        assertFalse(Files.exists(java.resolve("submissions/ada")));
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "mine");
        assertThrows(Complaint.class, () -> new JPlagTree(COURSE, folder).write(graded, other));
        assertEquals(Set.of("thesis.txt"), names(other));
        assertEquals(Set.of(), names(folder).stream().filter(n -> n.startsWith("."))
                .collect(Collectors.toSet()), "no drafts are left");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("class.json").toFile());
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
