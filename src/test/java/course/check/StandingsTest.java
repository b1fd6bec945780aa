package course.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.check.Report.Result;
import course.check.Report.Status;
import course.run.Ready;
import course.run.Started;
import course.script.Course;
import course.script.Exercise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The marks are kept, whoever else writes at the same time, and whatever is in their file. */
class StandingsTest {
    private static final int EACH = 60;
    private static final int MANY = 1_000_000;

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();

    private Standings standings() {
        return new Standings(new Course(folder), warnings::add);
    }

    private Path file() {
        return folder.resolve(".course/progress.json");
    }

    private static Exercise exercise(String name) {
        return new Exercise(Path.of("exercises/01-any"), name);
    }

    private static Report report(int points, int max) {
        Result result = new Result("t", "t", points, max, Status.PASSED, Optional.empty(),
                Optional.empty(),
                Optional.empty(), "", "");
        return new Report("Any", Path.of("Any.java"), 1, List.of(result), Optional.empty(),
                "");
    }

    /** Another process that takes hints, one after another. */
    static final class Asker {
        public static void main(String[] args) {
            Standings standings = new Standings(new Course(Path.of(args[0])), warning -> {
                throw new IllegalStateException(warning);
            });
            IO.println("begins");
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                standings.nextHint(exercise("Shared"), MANY);
                standings.mark(exercise("Own" + args[2]), report(i, MANY));
            }
        }
    }

    private Started asker(int times, String name) {
        Ready java = new Ready(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Asker.class.getName()));
        return Started.ours(java, List.of(folder.toString(), "" + times, name), folder, l -> {});
    }

    @Test
    void theBestCountsAndTheLastIsKnown() {
        assertEquals(Standing.NONE, standings().of(exercise("Any")));
        standings().mark(exercise("Any"), report(17, 20));
        standings().mark(exercise("Any"), report(5, 20));
        standings().allHints(exercise("Any"), 3);
        Standing standing = standings().of(exercise("Any"));
        assertEquals("17 of 20", standing.marks());
        assertEquals(5, standing.last());
        assertEquals(3, standing.hints());
        assertTrue(standing.checked().isPresent());
        standings().mark(exercise("Any"), report(6, 24));
        assertEquals("6 of 24", standings().of(exercise("Any")).marks());
    }

    @Test
    void writersAtTheSameTimeLoseNothing() {
        List<Started> askers = Stream.of("A", "B").map(name -> asker(EACH, name)).toList();
        for (int i = 0; i < EACH; i++) standings().nextHint(exercise("Shared"), MANY);
        for (Started asker : askers) {
            assertEquals(0, asker.exit(Duration.ofSeconds(60)), asker.text(Started.Stream.ERR));
        }
        assertEquals(3 * EACH, standings().of(exercise("Shared")).hints());
        assertEquals(EACH - 1, standings().of(exercise("OwnB")).best());
        assertEquals(List.of(), warnings);
    }

    @Test
    void whoIsKilledWhileWritingLeavesTheFileWhole() {
        for (int times = 1; times <= 4; times++) {
            try (Started asker = asker(MANY, "A")) {
                asker.await(Started.Stream.OUT, Pattern.compile("begins"),
                        Duration.ofSeconds(30));
                int before = standings().of(exercise("Shared")).hints();
                while (standings().of(exercise("Shared")).hints() < before + 5 * times) {
                    Thread.onSpinWait();
                }
            }
            assertTrue(standings().of(exercise("Shared")).hints() > 0);
        }
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "[]", "null", "{\"exercises\": [1]}", "{\"exercises\": {\"Any\": 7}}",
        "{\"exercises\": {\"Any\": {\"best\": \"all\", \"max\": 1, \"last\": 1, \"hints\": 0}}}",
        "{\"exercises\": {\"Any\": {\"best\": 1, \"max\": 1, \"last\": 1, \"hints\": 0,"
                + " \"checked\": \"today\"}}}",
        "\u0000\u0001\ufffd"
    })
    void aFileThatIsNoneIsSetAside(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        standings().mark(exercise("Any"), report(3, 4));
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains("progress-broken-"), warnings.getFirst());
        assertEquals(1, warnings.getFirst().lines().count());
        assertEquals("3 of 4", standings().of(exercise("Any")).marks());
        assertEquals(1, warnings.size());
        try (Stream<Path> all = Files.list(file().getParent())) {
            Path aside = all.filter(f -> f.getFileName().toString().contains("broken"))
                    .findFirst().orElseThrow();
            assertEquals(text, Files.readString(aside));
        }
    }
}
