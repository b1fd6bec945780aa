package course.handout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.Needs;
import course.Typed;
import course.run.Tool;
import course.script.Complaint;
import course.script.Course;
import course.script.Coverage;
import course.script.Exercise;
import course.script.Language;
import course.script.Lecture;
import course.script.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What students get is whole, and tells no solution. */
class HandoutTest {
    private static final Course COURSE = Course.find(Path.of(""));
    private static final String TOPIC = "04-first-server-and-client";
    private static final Pattern LINK = Pattern.compile("link:([^\\[\\s]+)\\[");

    /** Shorter lines are written by everybody. */
    private static final int DISTINCTIVE = 30;

    @TempDir static Path folder;
    private static Course all;
    private static Course six;

    @BeforeAll
    static void handOut() {
        new Handout(COURSE, "").write(folder.resolve("all"));
        new Handout(COURSE, "1-6").write(folder.resolve("six"));
        all = new Course(folder.resolve("all"));
        six = new Course(folder.resolve("six"));
    }

    private static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** Every line, and every two that follow each other, if they are long enough to be known. */
    private static Set<String> lines(Stream<String> texts) {
        Set<String> lines = new HashSet<>();
        texts.forEach(text -> {
            String before = "";
            for (String raw : text.lines().toList()) {
                String line = raw.strip().replaceAll("\\s+", " ");
                if (line.isEmpty() || line.startsWith("import ")) continue;
                if (line.length() >= DISTINCTIVE) lines.add(line);
                String two = before + "\n" + line;
                boolean both = Math.min(before.length(), line.length()) > DISTINCTIVE / 3;
                if (both && two.length() >= 2 * DISTINCTIVE) lines.add(two);
                before = line;
            }
        });
        return lines;
    }

    /** What only those know who have the solutions. */
    private static Set<String> secrets(Course course) throws IOException {
        Set<String> secrets = lines(files(course.root().resolve("solutions")).values().stream());
        secrets.removeAll(lines(files(course.root().resolve("lectures")).values().stream()));
        List<String> told = new ArrayList<>();
        for (Exercise exercise : course.exercises()) {
            told.add(Files.readString(exercise.brief(), StandardCharsets.ISO_8859_1));
            told.add(String.join("\n", exercise.skeleton()));
        }
        secrets.removeAll(lines(told.stream()));
        // every program that waits has these two
        secrets.removeIf(line -> line.contains("Thread.currentThread().interrupt();"));
        return secrets;
    }

    /**
     * The tool and the checks are programs, too, and may have one line that a solution happens to
     * have, but not two; the templates for new exercises look as exercises do.
     */
    private static List<String> leaks(Set<String> secrets, Path root) throws IOException {
        List<String> leaks = new ArrayList<>();
        files(root).forEach((name, text) -> {
            if (name.startsWith("src/main/jbang/exercise/")) return;
            boolean program = name.startsWith("src/") || name.endsWith("Check.java");
            lines(Stream.of(text)).stream()
                    .filter(secrets::contains)
                    .filter(line -> !program || line.contains("\n"))
                    .forEach(line -> leaks.add(name + ": " + line));
        });
        return leaks;
    }

    @Test
    void noLineOfASolutionIsInIt() throws IOException {
        Set<String> secrets = secrets(COURSE);
        assertTrue(secrets.size() > 4_000, "only " + secrets.size());
        for (Course handedOut : List.of(all, six)) {
            assertEquals(List.of(), leaks(secrets, handedOut.root()));
            for (Map.Entry<String, String> file : files(handedOut.root()).entrySet()) {
                String name = file.getKey();
                assertFalse(name.startsWith("solutions"), name);
                assertFalse(name.contains("HiddenCheck"), name);
                assertFalse(name.contains("attempts"), name);
                if (name.endsWith(".adoc")) assertFalse(file.getValue().contains("solutions/"));
            }
        }
    }

    /** An instructor's own folder is not as clean as the repository. */
    @Test
    void whatLiesAboutIsNotHandedOut(@TempDir Path dirty) throws IOException {
        CopyOfCourse copy =
                CopyOfCourse.in(Files.createDirectory(dirty.resolve("course")))
                        .only("GreetingServer");
        Exercise exercise = copy.course().exercise("GreetingServer").orElseThrow();
        List<String> skeleton = exercise.skeleton();
        String solved = Files.readString(exercise.solution());
        Files.writeString(exercise.file(), solved);
        Files.copy(exercise.solution(Language.PYTHON), exercise.folder().resolve("mine.py"));
        Files.writeString(exercise.hiddenCheck(), "class GreetingServerHiddenCheck {}\n");
        Files.copy(exercise.solution(), exercise.folder().resolve(".GreetingServer.java.swp"));
        Files.copy(exercise.solution(), copy.file("lectures/" + TOPIC + "/SimpleServer.java~"));
        Files.createDirectories(copy.file(".course"));
        Files.writeString(copy.file(".course/identity"), "teacher\n");
        Handout handout = new Handout(copy.course(), "");
        Path out = dirty.resolve("out");
        handout.write(out);
        assertEquals(List.of(), leaks(secrets(copy.course()), out));
        assertEquals(skeleton, Files.readAllLines(
                new Course(out).exercise("GreetingServer").orElseThrow().file()));
        assertTrue(handout.leftOut().contains("exercises/" + TOPIC + "/mine.py"),
                handout.leftOut()::toString);
        Set<String> names = files(out).keySet();
        assertTrue(names.stream().noneMatch(
                n -> n.matches(".*(HiddenCheck|mine|swp|~|identity).*")), names::toString);
        // tomorrow's text says too much, and is not handed out at all
        String text = "lectures/" + TOPIC + "/README.adoc";
        copy.spoil(text, "\n\n", "\n\nSee solutions/04 for it.\n\n");
        String said = assertThrows(Complaint.class, () -> handout.write(out)).getMessage();
        assertTrue(said.startsWith(text + " speaks of solutions/"), said);
        copy.spoil(text, "\n\n", "\n\n// tag::instructor[]\n\n");
        said = assertThrows(Complaint.class, () -> handout.write(out)).getMessage();
        assertTrue(said.endsWith("// tag::instructor[] has no end"), said);
        assertEquals(names, files(out).keySet(), "the earlier one is still there");
    }

    @Test
    void everythingElseIsWhatItWas() throws IOException {
        SortedMap<String, String> ours = files(COURSE.root().resolve("src/main"));
        ours.keySet().removeIf(name -> name.matches("(.*/)?\\..*"));
        assertEquals(ours, files(all.root().resolve("src/main")));
        for (Program program : COURSE.programs()) {
            Path there = all.root().resolve(COURSE.within(program.file()));
            assertEquals(-1, Files.mismatch(program.file(), there), there.toString());
            assertEquals(Files.isExecutable(program.file()), Files.isExecutable(there));
        }
        for (Exercise exercise : COURSE.exercises()) {
            for (Path file : List.of(exercise.check(), exercise.brief(), exercise.file())) {
                Path there = all.root().resolve(COURSE.within(file));
                assertEquals(-1, Files.mismatch(file, there), there.toString());
            }
        }
        assertEquals(Files.readString(COURSE.root().resolve("jbang-catalog.json")),
                Files.readString(all.root().resolve("jbang-catalog.json")));
        assertTrue(Files.isExecutable(all.root().resolve("jbang")));
    }

    @Test
    void whatWasNotChosenIsNotSpokenOf() throws IOException {
        assertEquals(List.of("01", "02", "03", "04", "05", "06"),
                six.lectures().stream().map(Lecture::number).toList());
        assertEquals(COURSE.exercises().stream().map(Exercise::name)
                        .filter(name -> COURSE.exercise(name).orElseThrow().lecture()
                                .compareTo("07") < 0).toList(),
                six.exercises().stream().map(Exercise::name).toList());
        for (Map.Entry<String, String> file : files(six.root()).entrySet()) {
            if (!file.getKey().endsWith(".adoc")) continue;
            assertFalse(file.getValue().contains("link:09-"), file.getKey());
            assertFalse(file.getValue().contains("(planned)"), file.getKey());
        }
        String catalog = Files.readString(six.root().resolve("jbang-catalog.json"));
        assertTrue(catalog.contains("\"simple-server\"") && !catalog.contains("lectures/09-"));
        assertEquals(List.of(), Coverage.faults(six));
        assertEquals(List.of(TOPIC), new Handout(COURSE, "1-2,9").besides());
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        for (Course course : List.of(all, six)) {
            int links = 0;
            SortedMap<String, String> files = files(course.root());
            for (Map.Entry<String, String> text : files.entrySet()) {
                if (!text.getKey().endsWith(".adoc")) continue;
                Path page = course.root().resolve(text.getKey());
                for (MatchResult m : LINK.matcher(text.getValue()).results().toList()) {
                    if (m.group(1).contains("://")) continue;
                    String[] way = m.group(1).split("#", 2);
                    Path target = page.resolveSibling(way[0]).normalize();
                    assertTrue(target.startsWith(course.root()) && Files.exists(target),
                            text.getKey() + " " + m.group(1));
                    boolean found = way.length == 1 || way[1].startsWith("_")
                            || hasPlace(files.get(course.within(target)), way[1]);
                    assertTrue(found, text.getKey() + " " + m.group(1));
                    links++;
                }
            }
            assertTrue(links > 500, course + " " + links);
        }
    }

    private static boolean hasPlace(String page, String place) {
        return Stream.of("[[%s]]", "[#%s]", "[#%s%%", "id=%s,", "id=%s]")
                .anyMatch(form -> page.contains(form.formatted(place)));
    }

    @Test
    void whatItsFirstPageSaysCanBeDone() throws Exception {
        String page = Files.readString(six.root().resolve("README.adoc"));
        assertTrue(page.contains("\n$ ./jbang course run simple\n"), page);
        assertTrue(page.contains("\n./jbang course check GreetingServer "), page);
        String list = says(six, "list");
        assertTrue(list.contains("simple-server") && !list.contains("thread-server"), list);
        String run = says(six, "run", "simple");
        assertTrue(run.contains("from server: back to ya client"), run);
        String check = says(six, "check", "GreetingServer");
        assertTrue(check.contains("GreetingServer: 0 of 20 points"), check);
    }

    private static String says(Course course, String... command) throws Exception {
        try (Typed tool = Typed.in(course, List.of(), command)) {
            return tool.rest();
        }
    }

    @Test
    void itReplacesOnlyItsOwn(@TempDir Path place) throws IOException {
        Path out = place.resolve("out");
        Handout handout = new Handout(COURSE, "1-6");
        handout.write(out);
        assertEquals(files(six.root()), files(out), "twice the same");
        Files.writeString(out.resolve("notes.txt"), "gone with it");
        handout.write(out);
        assertEquals(files(six.root()), files(out));
        Path mine = Files.createDirectories(place.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");
        assertThrows(Complaint.class, () -> handout.write(mine));
        assertEquals(Map.of("thesis.txt", "mine"), files(mine));
        for (Path part : List.of(COURSE.root(), COURSE.root().getParent(),
                COURSE.root().resolve("lectures/new"))) {
            assertThrows(Complaint.class, () -> handout.write(part));
            assertFalse(Files.exists(COURSE.root().resolve("lectures/new")));
        }
        try (Stream<Path> left = Files.list(place)) {
            assertEquals(2, left.count(), "no drafts are left");
        }
    }

    @Test
    void aZipThatIsTheSameAgain(@TempDir Path place) throws Exception {
        Zip.write(six.root(), "sockets", place.resolve("a.zip"));
        Zip.write(six.root(), "sockets", place.resolve("b.zip"));
        assertArrayEquals(Files.readAllBytes(place.resolve("a.zip")),
                Files.readAllBytes(place.resolve("b.zip")));
        String python = Needs.tool(Tool.PYTHON).toString();
        Process list = new ProcessBuilder(python, "-c", """
                import sys, zipfile
                z = zipfile.ZipFile(sys.argv[1])
                assert z.testzip() is None
                for i in z.infolist(): print(oct(i.external_attr >> 16), i.filename)
                assert {i.date_time for i in z.infolist()} == {(2000, 1, 1, 0, 0, 0)}
                """, place.resolve("a.zip").toString()).redirectErrorStream(true).start();
        String said = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, list.waitFor(), said);
        assertTrue(said.contains("0o100755 sockets/jbang\n"), said);
        assertTrue(said.contains("0o100644 sockets/README.adoc\n"), said);
        assertEquals(files(six.root()).size(), said.lines().count());
    }

    @Test
    void whichLecturesMustBeLectures() {
        for (String wrong : List.of("x", "6-1", "1,6-1", "99", "1-", ",", "1;2")) {
            assertThrows(Complaint.class, () -> new Handout(COURSE, wrong), wrong);
        }
    }
}
