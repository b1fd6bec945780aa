package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.Needs;
import course.run.Overdue;
import course.run.Started;
import course.run.Started.Stream;
import course.run.Tool;
import course.script.Language;
import course.script.Program;
import course.script.Source;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The laws of the scripts, as far as a machine can hold them. */
@Tag("handout")
@Order(4)
class ScriptsTest {
    /** Each is performed once, however many tests look at it. */
    private static final Map<Program, Performance> SEEN = new ConcurrentHashMap<>();

    static List<Program> programs() {
        return Stage.COURSE.programs();
    }

    static List<Program> scripts() {
        return programs().stream().filter(p -> p.language() == Language.JAVA).toList();
    }

    static List<Program> cTwins() {
        return programs().stream().filter(p -> p.language() == Language.C).toList();
    }

    /** Those that need no partner: a demonstration ends by itself. */
    static List<Program> demonstrations() {
        return programs().stream()
                .filter(p -> !p.name().matches(".*-(server|client)(-channel)?"))
                .toList();
    }

    @Test
    void compileWithoutAWarning(@TempDir Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            var sources =
                    files.getJavaFileObjectsFromPaths(
                            scripts().stream().map(Program::file).toList());
            var options = List.of("--release", "25", "-Xlint:all", "-Werror", "-proc:none");
            StringWriter said = new StringWriter();
            assertTrue(
                    compiler.getTask(said, files, null, options, null, sources).call(),
                    said::toString);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cTwins")
    void theCTwinsCompileWithoutAWarning(Program twin, @TempDir Path folder) throws Exception {
        Process cc =
                new ProcessBuilder(
                                Needs.tool(Tool.CC).toString(),
                                "-Wall",
                                "-Wextra",
                                "-Werror",
                                "-o",
                                folder.resolve("twin").toString(),
                                twin.file().toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(cc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(cc.waitFor(60, TimeUnit.SECONDS), "cc did not end within 60 s");
        assertEquals("", said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void beginAsJBangAndTheReaderExpect(Program script) {
        List<String> lines = Source.of(script.file()).lines();
        assertEquals("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?", lines.get(0));
        assertEquals("//JAVA 25+", lines.get(1));
        assertEquals("//DESCRIPTION " + script.description(), lines.get(2));
        assertTrue(lines.get(3).startsWith("// "), "the fourth line says the idea");
        assertTrue(
                lines.stream().noneMatch(l -> l.startsWith("//DEPS")),
                "a lecture script needs nothing but a JDK");
        assertTrue(script.file().toFile().canExecute(), "is not executable");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void nameTheirSlides(Program program) {
        assertTrue(!program.slides().isEmpty(), "no \"Slides: …\" line");
    }

    /**
     * The tags are named after the calls, and align the table: the same in each language, in the
     * same order.
     */
    @Test
    void theTwinsAreTaggedAlike() {
        Map<String, Map<Language, Set<String>>> tags = new TreeMap<>();
        for (Program p : programs()) {
            tags.computeIfAbsent(p.name(), n -> new TreeMap<>())
                    .put(p.language(), Source.of(p.file()).tags());
        }
        tags.forEach((name, byLanguage) -> {
            Set<List<String>> different =
                    byLanguage.values().stream().map(List::copyOf).collect(Collectors.toSet());
            assertEquals(1, different.size(), name + ": " + byLanguage);
        });
    }

    private record Performance(int status, String out, String err) {}

    /** A demonstration on a full machine may be late, but not twice. */
    private static Performance perform(Program program) {
        try {
            return performOnce(program);
        } catch (Overdue late) {
            return performOnce(program);
        }
    }

    private static Performance performOnce(Program program) {
        try (Started running = Stage.start(program)) {
            int status = running.exit(Duration.ofSeconds(5));
            return new Performance(status, running.text(Stream.OUT), running.text(Stream.ERR));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("demonstrations")
    void aDemonstrationEndsByItselfInFiveSeconds(Program program) {
        Performance seen = SEEN.computeIfAbsent(program, ScriptsTest::perform);
        assertEquals(0, seen.status(), seen.err());
        assertTrue(!seen.out().isEmpty(), "it printed nothing");
        assertEquals("", seen.err());
    }

    /** The twins are equals: what they print differs by nothing but ports and pids. */
    @Test
    void theTwinsOfADemonstrationPrintTheSameLines() {
        Map<String, Map<Language, String>> outputs = new TreeMap<>();
        for (Program p : demonstrations()) {
            Performance seen = SEEN.computeIfAbsent(p, ScriptsTest::perform);
            String text = seen.out().replaceAll("(?<=(?:port|pid) )\\d+", "N");
            outputs.computeIfAbsent(p.name(), n -> new TreeMap<>()).put(p.language(), text);
        }
        outputs.forEach((name, texts) ->
                assertEquals(1, Set.copyOf(texts.values()).size(), name + ": " + texts));
    }
}
