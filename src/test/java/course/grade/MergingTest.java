package course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.script.Complaint;
import course.submit.Refusal;
import course.submit.Roster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several machines write what one would have written, or nothing. */
class MergingTest {
    private static final Set<Format> FORMATS = EnumSet.of(Format.CSV, Format.CHECK50);
    private static final List<Roster.Student> ROSTER = List.of(
            ByHand.student("ada", "Ada", "ada@x", "1"), ByHand.student("gone", "Gone", ""));

    @TempDir Path folder;

    private static List<Graded> students() {
        List<Graded> all = new ArrayList<>();
        for (String s : List.of("ada", "bob", "dan", "eve", "kim", "zoe")) {
            all.add(ByHand.graded(s, "EchoServer"));
            all.add(ByHand.notRun(s, "GreetingServer"));
        }
        return all;
    }

    private static List<Handed> superseded(List<Graded> of) {
        return of.stream().filter(g -> g.handed().student().compareTo("dan") < 0)
                .flatMap(g -> Stream.of("b", "a").map(origin -> new Handed(g.handed().student(),
                        g.handed().exercise(), "X.java", "0", Optional.empty(), false, List.of(),
                        origin)))
                .toList();
    }

    /** As {@code course grade} leaves it on one machine. */
    private Path machine(String name, List<Graded> all, Optional<Share> share) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        List<Graded> ours = all.stream().filter(g -> share.isEmpty() || share.get().holds(
                g.handed().student(), g.handed().exercise())).toList();
        try (Journal journal = Journal.in(out, line -> {})) {
            for (Graded g : ours) {
                Path file = g.handed().in(out.resolve("files"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, g.handed().student() + g.handed().exercise());
                if (g.counts()) journal.add(g);
            }
        }
        new Reports(out).write(new SchoolClass(ours, List.of(new Refusal("a", "is a link"),
                new Refusal("b", "is empty")), superseded(ours), ROSTER, "bubblewrap", share),
                FORMATS);
        return out;
    }

    private Path merged(Path... parts) {
        Path out = folder.resolve("merged");
        assertTrue(out.toFile().isDirectory() || out.toFile().mkdir());
        Merging merging = new Merging(List.of(parts), out, SmallClass.QUIET);
        SchoolClass all = merging.merge();
        new Reports(out).write(all, merging.formats());
        return out;
    }

    private static SortedMap<String, String> tree(Path root) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                tree.put(root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return tree;
    }

    @Test
    void threeMachinesWriteWhatOneWrites() throws IOException {
        List<Graded> all = students();
        Path one = machine("one", all, Optional.empty());
        Path[] parts = new Path[3];
        for (int i = 0; i < 3; i++) {
            parts[i] = machine("part" + i, all, Optional.of(new Share(i + 1, 3)));
        }
        SortedMap<String, String> expected = tree(one);
        assertTrue(expected.containsKey("check50/EchoServer/zoe.json"),
                expected.keySet()::toString);
        assertEquals(expected, tree(merged(parts[2], parts[0], parts[1])));
        // again, into the same folder: nothing is there twice
        assertEquals(expected, tree(merged(parts)));
        assertEquals(2 * 6, all.size());
        Complaint lacking = assertThrows(Complaint.class, () -> merged(parts[0], parts[2]));
        assertEquals("of the class is missing: 2/3", lacking.getMessage());
        assertThrows(Complaint.class, () -> merged(parts[0], one));
    }

    @Test
    void everyProgramIsInOnePart() {
        int[] sizes = new int[4];
        for (int student = 0; student < 400; student++) {
            int in = 0;
            for (int i = 1; i <= 4; i++) {
                if (!Share.of(i + "/4").holds("student" + student, "EchoServer")) continue;
                sizes[i - 1]++;
                in++;
            }
            assertEquals(1, in);
        }
        for (int size : sizes) assertTrue(size > 60, size + " of 400");
        assertEquals("1 4 3 4 3 2", Stream.of("ada EchoServer", "ada ChatRoom", "bob EchoServer",
                "bob ChatRoom", "eve EchoServer", "eve ChatRoom").map(who -> who.split(" "))
                .map(who -> IntStream.rangeClosed(1, 4)
                        .filter(i -> new Share(i, 4).holds(who[0], who[1])).sum())
                .map(String::valueOf).collect(Collectors.joining(" ")), "today as yesterday");
        for (String wrong : List.of("0/4", "5/4", "1/0", "1", "1/4/2", "-1/4", "1/99999")) {
            assertThrows(Complaint.class, () -> Share.of(wrong), wrong);
        }
    }

    /** A job of a matrix may have been started twice, and one of them have broken. */
    @Test
    void whatIsThereTwiceMustBeTheSame() throws IOException {
        Graded ada = ByHand.graded("ada", "EchoServer");
        Graded late = ByHand.broken("ada", "EchoServer");
        late = new Graded(late.handed(), late.seed(), late.version(), late.outcome(),
                ada.at().plusSeconds(60));
        Path broken = machine("broken", List.of(late), Optional.empty());
        Path again = machine("again", List.of(ada), Optional.empty());
        for (Path[] both : List.of(new Path[] {broken, again}, new Path[] {again, broken})) {
            SchoolClass all = new Reports(merged(both)).read(
                    Grading.journal(folder.resolve("merged"), SmallClass.QUIET));
            assertEquals(List.of(ada), all.graded());
        }
        Path other = machine("other", List.of(new Graded(ada.handed(), 8, "v1", ada.outcome(),
                ada.at())), Optional.empty());
        Complaint c = assertThrows(Complaint.class, () -> merged(again, other));
        assertTrue(c.getMessage().startsWith("ada EchoServer is in two parts, and not the same"));
    }

    @Test
    void aProgramIsTakenOnlyIfItIsTheOne() throws IOException {
        Graded ada = ByHand.graded("ada", "EchoServer");
        Path part = machine("part", List.of(ada), Optional.empty());
        Files.writeString(ada.handed().in(part.resolve("files")), "another");
        Complaint c = assertThrows(Complaint.class, () -> merged(part));
        assertEquals("no part has the program of ada for EchoServer in its folder files",
                c.getMessage());
    }
}
