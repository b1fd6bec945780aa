package course.lectures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import course.run.Started;
import course.run.Started.Stream;
import course.script.Language;
import course.script.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/** What the text about addresses, ports and names says, and no transcript can hold. */
class AddressesTest {
    private static final String LECTURE = "lectures/02-addresses-ports-and-names/";

    /** Whether one may have a low port depends on who one is: the text tells both. */
    @Test
    void aLowPortIsAnsweredAsTheTextSays() {
        Path text = Stage.COURSE.root().resolve(LECTURE + "README.adoc");
        List<String> lines = Source.of(text).lines();
        List<String> told = lines.stream()
                .skip(lines.indexOf("$ ./jbang low-port") + 1)
                .takeWhile(l -> !l.equals("----"))
                .toList();
        try (Started asked = Stage.start("low-port", Language.JAVA)) {
            assertEquals(0, asked.exit(Stage.PATIENCE), () -> asked.text(Stream.ERR));
            List<String> seen = asked.text(Stream.OUT).lines().toList();
            if (seen.size() == 1) {
                assertEquals(List.of("only Linux can be asked who may have a low port"), seen);
                return;
            }
            assertEquals(questions(told), questions(seen));
            boolean refused = seen.getLast().endsWith("expected no, saw no");
            assertEquals(refused, seen.contains("bind: Permission denied"), seen::toString);
            if (refused) assertEquals(told.subList(1, 4), seen.subList(1, 4));
        }
    }

    /** Without the answers, the limit, and what {@code bind} may have said. */
    private static List<String> questions(List<String> lines) {
        return lines.stream()
                .filter(l -> !l.startsWith("bind: "))
                .map(l -> l.replaceAll("\\b(yes|no)\\b|(?<=from port )\\d+", "#"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aTableThatIsNotThere(Language language) {
        try (Started program = Stage.start("services", language, LECTURE + "no-such-file")) {
            assertEquals(1, program.exit(Stage.PATIENCE));
            assertEquals("", program.text(Stream.OUT));
            assertEquals("open: " + LECTURE + "no-such-file cannot be read",
                    program.text(Stream.ERR));
        }
    }

    /** A name that nobody can have needs no name server, and all three say so in the same words. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void namesThatCannotBe(Language language) {
        try (Started program = Stage.start("resolve", language, "no..such", "127.0.0.1")) {
            assertEquals(0, program.exit(Stage.PATIENCE), () -> program.text(Stream.ERR));
            List<String> seen = program.text(Stream.OUT).lines().toList();
            assertEquals(List.of("127.0.0.1", "  IPv4 127.0.0.1", "  IPv6 none"),
                    seen.subList(2, 5));
            assertEquals(5, seen.size(), seen::toString);
        }
    }
}
