package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import course.check.Report.Result;
import course.check.Report.Status;
import course.run.Started;
import course.wire.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a student sees when a test fails, letter by letter. */
class TellingTest {
    @Test
    void threeLinesInOneRead() {
        Story story = story();
        String told = Telling.lines(story, Ink.PLAIN).stream()
                .map(l -> l.replaceFirst("^ *\\d+\\.\\d ms", "        TIME"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals("""
                TIME     the program starts, with 0
                TIME  1  the client sends 13 bytes
                TIME  \u2192  4c 65 6e 0a 4a 75 64 79 0a 54 69 6d 0a          "Len\\nJudy\\nTim\\n"
                TIME  2  the client expects 31 bytes
                     =  68 65 6c 6c 6f 20 4c 65 6e 0a 68 65 6c 6c 6f 20 "hello Len\\nhello "
                        4a 75 64 79 0a 68 65 6c 6c 6f 20 54 69 6d 0a    "Judy\\nhello Tim\\n"
                TIME  \u2190  68 65 6c 6c 6f 20                               "hello "
                TIME  \u2190  4c 65 6e 0a 4a 75 64 79 0a 54 69 6d 0a 1b 5b 6d \
        "Len\\nJudy\\nTim\\n\\x1b[m"
                                    ^^ 68 was expected
                TIME  \u2190  the program ends its sending
                TIME  \u2718  byte 10 of the reply is wrong
                TIME  |  stderr: \u241b]0;gotcha\u2407
                TIME     the program ended, with exit status 1
        """, told);
        assertEquals(Optional.of(Mistake.ONE_READ), Mistake.in(story));
    }

    private static Story story() {
        Story story = new Story();
        String client = "client 1";
        story.add(at -> new Story.Launched(0, List.of("0")));
        story.step(client, "sends 13 bytes");
        story.add(at -> new Story.Sent(at, client, bytes("Len\nJudy\nTim\n")));
        story.step(client, "expects 31 bytes");
        byte[] wanted = bytes("hello Len\nhello Judy\nhello Tim\n");
        story.add(at -> new Story.Expected(at, client, wanted));
        story.add(at -> new Story.Came(at, client, bytes("hello ")));
        story.add(at -> new Story.Came(at, client, bytes("Len\nJudy\nTim\n\u001b[m")));
        story.add(at -> new Story.End(at, client));
        story.add(at -> new Story.Missed(at, client, "byte 10 of the reply is wrong", 0, wanted,
                10));
        story.add(at -> new Story.Printed(at, Started.Stream.ERR, "\u001b]0;gotcha\u0007"));
        story.add(at -> new Story.Exited(at, 1));
        return story;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void anArgumentWithALineEndIsStillOneLine() {
        Story story = new Story();
        story.step("the check", "starts the program with /a\nHost: b");
        story.add(at -> new Story.Launched(at, List.of("/a\r\nHost: b")));
        List<String> told = Telling.lines(story, Ink.PLAIN);
        assertEquals(List.of("the check starts the program with /a\u240aHost: b",
                        "the program starts, with /a\u240d\u240aHost: b"),
                told.stream().map(l -> l.substring(l.indexOf("the "))).toList());
    }

    @Test
    void linesInTheirOrderAndMoreAreTooMany() {
        assertEquals(Optional.of(Mistake.CHATTY), mistake("ready", "one", "two", "bye"));
    }

    @Test
    void aLineInAnotherPlaceIsNotOneTooMany() {
        assertEquals(Optional.empty(), mistake("two", "one", "bye"));
    }

    /** Of a program that was to print "one" and "two". */
    private static Optional<Mistake> mistake(String... printed) {
        Story story = new Story();
        byte[] wanted = bytes("one\ntwo\n");
        story.add(at -> new Story.Launched(at, List.of()));
        story.add(at -> new Story.Expected(at, Trial.PROGRAM, wanted));
        story.add(at -> new Story.Came(at, Trial.PROGRAM,
                bytes(String.join("\n", printed) + "\n")));
        story.add(at -> new Story.Missed(at, Trial.PROGRAM, "something else is on stdout", 0,
                wanted, 0));
        return Mistake.in(story);
    }

    @Test
    void withoutColourThereIsNotOneEscape() {
        Result failed = new Result("together", "answers", 0, 2, Status.FAILED, Optional.empty(),
                Optional.of(story()),
                Optional.of(Mistake.ONE_READ), "a hint that is too long for one line, ".repeat(5),
                        "07-reading-and-writing");
        Report report = new Report("GreetingServer", Path.of("x"), 1, List.of(failed),
                Optional.empty(), "bubblewrap");
        String plain = TextReport.of(report, Ink.PLAIN, "replay");
        assertFalse(plain.contains("\u001b"));
        assertTrue(TextReport.of(report, Ink.COLOUR, "replay").contains("\u001b[31m"));
        assertTrue(plain.lines().allMatch(l -> l.length() <= 110), plain);
        assertTrue(plain.contains("GreetingServer: 0 of 2 points"), plain);
    }
}
