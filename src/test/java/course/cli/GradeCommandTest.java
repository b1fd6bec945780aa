package course.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.Typed;
import course.run.Containment;
import course.run.PrivateNetwork;
import course.script.Course;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code course grade}, typed at a terminal, and in parts on machines without one. */
class GradeCommandTest {
    private static final List<String> STUDENTS = List.of("ada", "bob", "eve");

    @TempDir Path folder;

    private record Said(int status, String out) {}

    @BeforeEach
    void aClassThatDoesNotCompile() throws IOException {
        if (!Containment.here().holds() || !PrivateNetwork.permitted()) {
            Needs.missing("programs cannot be contained here");
        }
        for (String student : STUDENTS) {
            Path theirs = Files.createDirectories(folder.resolve("in").resolve(student));
            Files.writeString(theirs.resolve("LineChild.java"), "void main() { " + student + " }");
        }
        Files.writeString(folder.resolve("roster.csv"),
                "id,name,email\nada,Ada,\nbob,Bob,\neve,Eve,\nzoe,Zoe Gone,\n");
        Files.writeString(folder.resolve("book.csv"), "Student,ID,SIS Login ID,Section,Line Child"
                + " (5)\r\n    Points Possible,,,,20\r\nA,1,ada,x,\r\nB,2,bob,x,7\r\n");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Said course(String... args) {
        StringWriter out = new StringWriter();
        PrintWriter to = new PrintWriter(out, true);
        return new Said(Main.run(to, to, args), out.toString());
    }

    private Said part(int number) {
        return course("grade", path("in"), "--out", path("part" + number), "--shard", number + "/2",
                "--roster", path("roster.csv"), "--format", "csv,check50");
    }

    @Test
    void atATerminalThereIsABarAndPartsMakeTheSame() throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/script"))) Needs.missing("script is not here");
        try (Typed typed = Typed.in(Course.find(Path.of("")),
                List.of("sh", "-c", "exec script -qec \"$0 $*\" /dev/null"),
                "grade", path("in"), "--out", path("one"), "--roster", path("roster.csv"),
                "--workers", "1", "--format", "csv,check50", "--gradebook", path("book.csv"))) {
            typed.until("\\r\u001b\\[K\u001b\\[\\?7l\\[-{12}\\] 0 of 3\u001b\\[\\?7h");
            typed.until("\\r\u001b\\[K\u001b\\[\\?7l\\[#{4}-{8}\\] 1 of 3, 0:\\d\\d left, \\d+ a"
                    + " minute\u001b\\[\\?7h");
            typed.until("\\[#{12}\\] 3 of 3, 0:00 left, \\d+ a minute");
            // it is gone when there is something to read
            String rest = typed.until("\\r\u001b\\[K[^\\[]*3 programs are graded") + typed.rest();
            assertEquals(0, typed.status(), rest);
            assertTrue(rest.contains("2 points are written, 0 stood there before"), rest);
            assertTrue(rest.contains("book.csv: eve is in no row"), rest);
        }
        assertEquals(Files.readString(folder.resolve("book.csv")).replace("x,7\r\n", "x,0\r\n")
                        .replace("ada,x,\r\n", "ada,x,0\r\n"),
                Files.readString(folder.resolve("one/gradebook/book.csv")));
        assertTrue(Files.readString(folder.resolve("one/index.html")).contains(
                "<tr><td>zoe</td><td>Zoe Gone</td></tr>"));
        inTwoParts();
    }

    private void inTwoParts() throws IOException {
        for (int i = 1; i <= 2; i++) assertEquals(0, part(i).status());
        Said lacking = course("merge", path("part1"), "--out", path("merged"));
        assertEquals(2, lacking.status());
        assertTrue(lacking.out().contains("of the class is missing: 2/2"), lacking.out());
        Said merged = course("merge", path("part1"), path("part2"), "--out", path("merged"));
        assertEquals(0, merged.status(), merged.out());
        assertTrue(merged.out().startsWith("3 programs are graded"), merged.out());
        SortedMap<String, String> one = tree("one");
        one.remove("gradebook/book.csv");
        assertEquals(one, tree("merged"));
        assertTrue(one.containsKey("check50/LineChild/eve.json"), one.keySet()::toString);
    }

    /** Without times. */
    private SortedMap<String, String> tree(String name) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                // in the order in which they came
                if (file.endsWith("journal.jsonl")) continue;
                tree.put(root.relativize(file).toString(), Files.readString(file)
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T")
                        .replaceAll("time=\"[0-9.]+\"", "time=T")
                        .replaceAll("(\"millis\" : )\\d+", "$1 T"));
            }
        }
        return tree;
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsGraded() {
        for (String[] wrong : new String[][] {
            {"--shard", "3/2", "is no part like 2/4"},
            {"--format", "excel", "Invalid value for option '--format'"},
            {"--format", "classroom50", "--format classroom50 is for one program"},
            {"--column", "Grade", "--column is a column of a --gradebook"},
            {"--gradebook", path("roster.csv") + "x", "cannot read"},
            {"--student", "../x", "no student id"},
        }) {
            Said said = course("grade", path("in"), "--out", path("out"), wrong[0], wrong[1]);
            assertEquals(2, said.status(), said.out());
            assertTrue(said.out().contains(wrong[2]), said.out());
            assertTrue(Files.notExists(folder.resolve("out/journal.jsonl")), wrong[1]);
        }
    }
}
