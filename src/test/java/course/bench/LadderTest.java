package course.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.run.Workshop;
import course.script.Course;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.xml.sax.InputSource;

/** Only what was answered, and answered rightly, counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LadderTest {
    private static final Path SMALL = Path.of("src/test/resources/course/bench/small");
    private static final Plan PLAN =
            new Plan(List.of(4, 2), Duration.ofMillis(100), 2, Duration.ofMillis(50));

    private Course copy;
    private Results results;

    @BeforeAll
    void measure(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        copy = new Course(folder);
        Workshop workshop =
                new Workshop(Course.find(Path.of("")).state().resolve("built"));
        results = new Ladder(workshop, PLAN, what -> {}).measure(Rung.of(Rung.lecture(copy)));
    }

    private Findings of(String name) {
        return results.findings().entrySet().stream()
                .filter(e -> e.getKey().isCalled(name))
                .map(Map.Entry::getValue)
                .findFirst().orElseThrow();
    }

    private String why(String name, Measure measure) {
        return of(name).get(measure).why().orElseThrow();
    }

    @Test
    void theRungsStandAsTheTextNamesThem() {
        assertEquals(
                List.of("paced", "lying", "chatty", "curt", "hasty"),
                Rung.of(Rung.lecture(copy)).stream().map(Rung::name).toList());
    }

    /** Nobody can be faster than a server that waits: ten milliseconds for each answer. */
    @Test
    void aServerThatTakesItsTimeIsNotCountedTwice() {
        Findings paced = of("paced");
        for (int open : List.of(2, 4)) {
            Finding rate = paced.get(Measure.roundTrips(open));
            assertEquals(2, rate.rounds().size());
            assertTrue(rate.median() > 0 && rate.median() <= open * 100, rate::toString);
            assertTrue(paced.get(Measure.median(open)).median() >= 10, paced.all()::toString);
            assertTrue(paced.get(Measure.tail(open)).median()
                    >= paced.get(Measure.median(open)).median(), paced.all()::toString);
        }
        double connections = paced.get(Measure.CONNECTIONS).median();
        assertTrue(connections > 0 && connections <= Plan.AT_ONCE * 100, "" + connections);
    }

    @Test
    void wrongBytesAreReportedAndNotCounted() {
        String wrong = "answers wrong bytes: byte 79 is 01, not 00";
        assertEquals(wrong, why("lying", Measure.CONNECTIONS));
        assertEquals(wrong, why("lying", Measure.roundTrips(4)));
        assertEquals("answers more than one record", why("chatty", Measure.CONNECTIONS));
        assertEquals("ends before it has answered", why("curt", Measure.CONNECTIONS));
    }

    @Test
    void whoServesOneRecordOnlyHasConnectionsButNoRoundTrips() {
        assertTrue(of("hasty").get(Measure.CONNECTIONS).found());
        assertTrue(!of("hasty").get(Measure.roundTrips(2)).found());
    }

    @Test
    void theLectureGetsItsTableAndPicturesAndKeepsItsText() throws Exception {
        List<Path> written = Written.into(Rung.lecture(copy), results);
        String text = Files.readString(written.getFirst());
        assertTrue(text.startsWith("= A small ladder\n\nPacedServer is honest."), text);
        assertTrue(text.endsWith("// end::ladder[]\n\nThe text goes on.\n"), text);
        assertTrue(!text.contains("measured before"), text);
        assertTrue(text.contains("|lying, Java\n|answers wrong bytes"), text);
        assertEquals(5, written.size());
        for (Path plot : written.subList(1, written.size())) {
            assertTrue(text.contains("image::" + plot.getFileName() + "["), text);
            String svg = Files.readString(plot);
            assertTrue(svg.contains("currentColor"), svg);
            DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        }
    }

    @Test
    void threeDigitsAreEnough() {
        assertEquals(
                List.of("0", "0.012", "1.5", "7.89", "45.7", "456", "12\u00a0300", "1\u00a0000"),
                Stream.of(0.0, 0.0123, 1.5, 7.891, 45.67, 456.4, 12_345.0, 999.6)
                        .map(Cells::number).toList());
    }
}
