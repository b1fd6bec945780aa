package course.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.CopyOfCourse;
import course.run.Workshop;
import course.script.Course;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The texts are true, and a text that is not does not stay unnoticed. */
@ResourceLock("the cache of JBang")
@Order(3)
class SyncTest {
    private static final String TEXT = "lectures/04-first-server-and-client/README.adoc";
    private static final Workshop WORKSHOP =
            new Workshop(Path.of("target", "built").toAbsolutePath());

    private static Sync sync(Course course) {
        return new Sync(course, WORKSHOP, scene -> {});
    }

    @Test
    void everyListingAndEveryTranscriptIsTrue() {
        Sync.Report report = sync(Course.find(Path.of(""))).check();
        assertEquals(List.of(), report.drifts());
        assertTrue(report.listings() > 0 && report.transcripts() > 0, report::toString);
        if (!report.skipped().isEmpty()) course.Needs.missing(report.skipped().toString());
    }

    @Test
    void aDriftedListingIsFoundAndMended(@TempDir Path folder) throws IOException {
        CopyOfCourse copy = small(folder);
        copy.spoil(TEXT, "int n = 0;", "int n = 1;");
        Drift drift = onlyDrift(copy);
        assertEquals(
                "the text says \"int n = 1;\","
                        + " SimpleServerChannel.java tag read says \"int n = 0;\"",
                drift.message());
        assertEquals("int n = 1;", Files.readAllLines(drift.file()).get(drift.line() - 1));
        sync(copy.course()).mend();
        assertEquals(List.of(), sync(copy.course()).check().drifts());
    }

    @Test
    void aDriftedTranscriptIsFoundAndMended(@TempDir Path folder) throws IOException {
        CopyOfCourse copy = small(folder);
        copy.spoil(TEXT, "from server: back to ya client\n", "from server: come again?\n");
        Drift drift = onlyDrift(copy);
        assertEquals(
                "the text says \"from server: come again?\","
                        + " running it says \"from server: back to ya client\"",
                drift.message());
        assertEquals(
                "from server: come again?", Files.readAllLines(drift.file()).get(drift.line() - 1));
        sync(copy.course()).mend();
        assertEquals(List.of(), sync(copy.course()).check().drifts());
    }

    @Test
    void aMissingTagAMissingFileAndAnUnknownCommandAreFound(@TempDir Path folder)
            throws IOException {
        CopyOfCourse copy = small(folder);
        copy.spoil(TEXT, "tag=read", "tag=raed");
        assertEquals("SimpleServerChannel.java has no tag raed", onlyDrift(copy).message());
        copy.spoil(TEXT, "file=SimpleServerChannel.java,tag=raed", "file=Simpel.java");
        assertEquals("there is no file Simpel.java", onlyDrift(copy).message());
        copy.spoil(TEXT, "file=Simpel.java", "file=SimpleServerChannel.java,tag=read");
        copy.spoil(TEXT, "$ ./jbang simple-client localhost", "$ telnet localhost");
        assertTrue(
                onlyDrift(copy).message().contains("cannot run \"telnet\""),
                onlyDrift(copy)::message);
    }

    @Test
    void aSceneMayStumbleOnce(@TempDir Path folder) throws IOException {
        CopyOfCourse copy = small(folder);
        Files.writeString(
                copy.file(TEXT).resolveSibling("Moody.java"),
                "void main() throws IOException {"
                        + " IO.println(new File(\"moody.txt\").createNewFile() ? 1 : 2); }");
        Files.writeString(
                copy.file(TEXT),
                "= Moods\n\n[source,console,run]\n----\n$ java Moody.java\n2\n----\n");
        assertEquals(List.of(), sync(copy.course()).check().drifts());
        copy.spoil(TEXT, "2\n", "1\n");
        assertTrue(onlyDrift(copy).message().contains("says \"2\""), onlyDrift(copy)::message);
    }

    @Test
    void portsPidsAndTimesMayDiffer() {
        assertTrue(Mask.same("listening on ::1 port 1", "listening on ::1 port 65535"));
        assertTrue(Mask.same("pid 7 took 3.5 ms", "pid 12345 took 80 ms"));
        assertTrue(!Mask.same("read says: 2 bytes", "read says: 3 bytes"));
        assertEquals(
                List.of("port 5", "b"),
                Mask.keeping(List.of("port 5", "a"), List.of("port 6", "b")));
    }

    private static Drift onlyDrift(CopyOfCourse copy) {
        List<Drift> drifts = sync(copy.course()).check().drifts();
        assertEquals(1, drifts.size(), drifts::toString);
        assertEquals(copy.file(TEXT), drifts.getFirst().file());
        return drifts.getFirst();
    }

    /** One listing and one scene, and no slides behind them: enough to spoil, quick to run. */
    private static CopyOfCourse small(Path folder) throws IOException {
        CopyOfCourse copy = CopyOfCourse.in(folder);
        Files.delete(copy.file("lectures/slides.tsv"));
        for (Path text : sync(copy.course()).texts()) {
            if (!text.equals(copy.file(TEXT))) Files.writeString(text, "= Nothing to run\n");
        }
        List<String> lines = Files.readAllLines(copy.file(TEXT));
        List<String> kept = new java.util.ArrayList<>(List.of(lines.getFirst(), ""));
        for (Block block : Block.in(lines)) {
            boolean wanted =
                    "SimpleServerChannel.java".equals(block.get("file"))
                            || "hands".equals(block.get("scene"));
            if (wanted) kept.addAll(lines.subList(block.attributeLine(), block.to() + 1));
        }
        Files.write(copy.file(TEXT), kept);
        return copy;
    }
}
