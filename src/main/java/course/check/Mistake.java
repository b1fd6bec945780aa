package course.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Started;
import course.wire.Story;
import course.wire.Story.Missed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mistakes that everyone makes once, recognised by what they do on the wire. Only a failed test
 * is searched for them, in this order; each needs evidence that a program without it would not have
 * left.
 */
public enum Mistake {
    IGNORES_PORT(
            "its port argument is ignored",
            "The first argument is the port; does every path of the program use it, or is"
                    + " there a number in the code?",
            "02-addresses-ports-and-names",
            (story, missed) -> listensElsewhere(story)),
    STACK_TRACE(
            "a stack trace instead of a line",
            "A stack trace tells you where, and tells the user nothing. Catch the exception"
                    + " where you know what it means.",
            "05-socket-bind-listen",
            (story, missed) -> missed.who().equals("the program") && printedStackTrace(story)),
    CHATTY(
            "more on stdout than the one line",
            "A program that starts yours reads stdout and waits for one line there. What you"
                    + " tell yourself goes to stderr.",
            "04-first-server-and-client",
            (story, missed) -> missed.what().startsWith("stdout has")
                    && readiness(story).isPresent()),
    PORT_NOT_REUSED(
            "the port cannot be had again at once",
            "The old connections linger in TIME_WAIT. Set SO_REUSEADDR before bind.",
            "08-closing",
            (story, missed) -> missed.who().equals("the program") && restartedInVain(story)),
    DIES_OF_BAD_CLIENT(
            "one bad client ends the service for all",
            "What goes wrong with one connection must be caught inside the loop over"
                    + " connections, not around it.",
            "08-closing",
            (story, missed) -> isLater(story, missed) && afterReset(story, missed)),
    ONE_CLIENT_ONLY(
            "only one client is served",
            "After a client comes the next: what is in the loop, and what is after it? Is the"
                    + " listening socket still open?",
            "06-connect-and-accept",
            (story, missed) -> isLater(story, missed)),
    ONE_READ(
            "one read taken for one message",
            "A read gives some bytes: half a line, or three. Collect them until a line is"
                    + " whole, and keep what is left over.",
            "07-reading-and-writing",
            (story, missed) -> answersBeforeTheLineIsWhole(story, missed)
                    || swallowsLines(story, missed)),
    CARRIAGE_RETURN(
            "the \\r is kept",
            "Some clients end a line with \\r\\n. The \\r belongs to the end of the line, not"
                    + " to its text.",
            "07-reading-and-writing",
            (story, missed) -> carriageReturnKept(story, missed)),
    CHARSET(
            "bytes taken for characters",
            "In UTF-8 one character may be several bytes. Collect the bytes, then decode them"
                    + " together, as UTF-8.",
            "07-reading-and-writing",
            (story, missed) -> wrongCharset(story, missed)),
    NO_LINE_END(
            "the reply has no end",
            "The client knows the end of a line by its \\n. Without it, it waits for more.",
            "07-reading-and-writing",
            (story, missed) -> lacksLineEnds(story, missed)),
    LAST_LINE(
            "the last line is lost when nothing but EOF ends it",
            "When the read says that there is no more, look at what you have collected so"
                    + " far: it may be a line.",
            "08-closing",
            (story, missed) -> lastLineLost(story, missed)),
    EMPTY_LINE(
            "an empty line is skipped or taken for the end",
            "An empty line is a line. The end of the input is something else: -1, null, or 0"
                    + " bytes.",
            "07-reading-and-writing",
            (story, missed) -> emptyLineLost(story, missed)),
    NO_FLUSH(
            "the reply is kept back: flush is missing",
            "A buffered writer sends when it is full, flushed or closed. A client that waits"
                    + " for the reply sees none of these"
                    + " (and none either if you read to the end before you answer).",
            "07-reading-and-writing",
            (story, missed) -> cameOnlyAtTheEnd(story, missed));

    private static final Pattern TRACE =
            Pattern.compile("^\\s+at .+\\(.*\\)$|^Traceback \\(most recent call last\\)");

    private final String title;
    private final String hint;
    private final String lecture;
    private final BiPredicate<Story, Missed> evidence;

    Mistake(String title, String hint, String lecture, BiPredicate<Story, Missed> evidence) {
        this.title = title;
        this.hint = hint;
        this.lecture = lecture;
        this.evidence = evidence;
    }

    /** What one calls it. */
    public String title() {
        return title;
    }

    public String hint() {
        return hint;
    }

    /** The lecture that explains it, {@code NN-topic}. */
    public String lecture() {
        return lecture;
    }

    /** The mistake that explains how this story went wrong, if it is a known one. */
    static Optional<Mistake> in(Story story) {
        return story.missed().flatMap(missed ->
                Arrays.stream(values()).filter(m -> m.evidence.test(story, missed)).findFirst());
    }

    /** It was given a port that exists, and lives on another. */
    private static boolean listensElsewhere(Story story) {
        List<String> arguments = story.all(Story.Launched.class).getLast().arguments();
        boolean port = arguments.size() == 1 && arguments.getFirst().matches("[1-9]\\d{0,4}");
        return port
                && story.all(Story.Exited.class).isEmpty()
                && readiness(story).filter(p -> !p.equals(arguments.getFirst())).isPresent();
    }

    /** The port that the program named last. */
    private static Optional<String> readiness(Story story) {
        return story.all(Story.Printed.class).reversed().stream()
                .map(p -> Started.READINESS.matcher(p.text()))
                .filter(Matcher::find)
                .map(m -> m.group(2))
                .findFirst();
    }

    private static boolean printedStackTrace(Story story) {
        return story.all(Story.Printed.class).stream()
                .anyMatch(p -> p.stream() == Started.Stream.ERR && TRACE.matcher(p.text()).find());
    }

    private static boolean restartedInVain(Story story) {
        return story.all(Story.Step.class).stream()
                .anyMatch(s -> s.does().startsWith("starts the program again"))
                && story.all(Story.Printed.class).stream()
                        .anyMatch(p -> p.text().contains("in use"));
    }

    /** Another client was there before, and this one got nothing at all. */
    private static boolean isLater(Story story, Missed missed) {
        return missed.who().startsWith("client ") && !missed.who().equals("client 1")
                && story.came(missed.who()).length == 0;
    }

    /** Another client broke off, and until then it was being served. */
    private static boolean afterReset(Story story, Missed missed) {
        Set<String> served = new HashSet<>();
        for (Story.Event event : story.events()) {
            switch (event) {
                case Story.Sent s -> served.add(s.who());
                case Story.Unread u -> served.remove(u.who());
                case Story.End e -> served.remove(e.who());
                case Story.Broke b -> served.remove(b.who());
                case Story.Step s when s.does().startsWith("breaks off")
                        && !s.who().equals(missed.who()) -> {
                    return served.contains(s.who());
                }
                default -> { }
            }
        }
        return false;
    }

    /** More replies than whole lines: nothing but impatience explains that. */
    private static boolean answersBeforeTheLineIsWhole(Story story, Missed missed) {
        int linesSent = 0;
        int linesCame = 0;
        for (Story.Event event : story.events()) {
            switch (event) {
                case Story.Sent s when s.who().equals(missed.who()) ->
                        linesSent += count(s.bytes());
                case Story.Step s when s.who().equals(missed.who())
                        && s.does().startsWith("ends its sending") -> {
                    return false;
                }
                case Story.Came c when c.who().equals(missed.who()) -> {
                    boolean notEvenOne = linesSent == 0 && beginsAsExpected(story, missed);
                    linesCame += count(c.bytes());
                    if (linesCame > linesSent || notEvenOne) return true;
                }
                default -> { }
            }
        }
        return false;
    }

    private static boolean beginsAsExpected(Story story, Missed missed) {
        byte[] came = story.came(missed.who());
        byte[] expected = story.expected(missed.who());
        return came.length > 0 && expected.length > 0 && came[0] == expected[0];
    }

    /** Several lines that were sent in one piece come back in one piece. */
    private static boolean swallowsLines(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        return story.all(Story.Sent.class).stream()
                .filter(s -> s.who().equals(missed.who()))
                .map(s -> text(s.bytes()).strip())
                .anyMatch(piece -> piece.contains("\n") && came.contains(piece));
    }

    private static boolean carriageReturnKept(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        String expected = text(story.expected(missed.who()));
        String without = came.replace("\r", "");
        return came.contains("\r") && !expected.contains("\r") && !without.isEmpty()
                && expected.startsWith(without);
    }

    private static boolean wrongCharset(Story story, Missed missed) {
        byte[] came = story.came(missed.who());
        byte[] wanted = story.expected(missed.who());
        String expected = text(wanted);
        boolean twice = Arrays.equals(came, new String(wanted, ISO_8859_1).getBytes(UTF_8));
        boolean asLatin1 = Arrays.equals(came, expected.getBytes(ISO_8859_1));
        boolean asAscii = Arrays.equals(came, new String(wanted, US_ASCII).getBytes(US_ASCII))
                || Arrays.equals(came, expected.getBytes(US_ASCII));
        boolean replaced = text(came).contains("\ufffd") && !expected.contains("\ufffd");
        return missed.wrong() >= 0 && (twice || asLatin1 || asAscii || replaced);
    }

    private static boolean lacksLineEnds(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        return !came.isEmpty() && came.equals(text(story.expected(missed.who())).replace("\n", ""));
    }

    private static boolean lastLineLost(Story story, Missed missed) {
        byte[] sent = story.sent(missed.who());
        String expected = text(story.expected(missed.who()));
        int lastReply = expected.lastIndexOf('\n', expected.length() - 2) + 1;
        return sent.length > 0
                && sent[sent.length - 1] != '\n'
                && missed.wrong() < 0
                && text(story.came(missed.who())).equals(expected.substring(0, lastReply));
    }

    private static boolean emptyLineLost(Story story, Missed missed) {
        List<String> lines = text(story.sent(missed.who())).lines().toList();
        List<String> expected = text(story.expected(missed.who())).lines().toList();
        String came = text(story.came(missed.who()));
        int empty = lines.indexOf("");
        if (empty < 0 || expected.size() != lines.size()) return false;
        boolean taken = came.lines().toList().equals(expected.subList(0, empty))
                && ended(story, missed);
        boolean skipped = !came.isEmpty() && came.lines().toList().equals(without(empty, expected));
        return taken || skipped;
    }

    private static List<String> without(int index, List<String> lines) {
        return Stream.concat(lines.subList(0, index).stream(),
                lines.subList(index + 1, lines.size()).stream()).toList();
    }

    private static boolean ended(Story story, Missed missed) {
        return story.all(Story.End.class).stream().anyMatch(e -> e.who().equals(missed.who()));
    }

    /** Nothing wrong came, and all that was missing came when the client ended its sending. */
    private static boolean cameOnlyAtTheEnd(Story story, Missed missed) {
        return missed.wrong() < 0
                && missed.expected().length > 0
                && Arrays.equals(story.came(missed.who()), story.expected(missed.who()));
    }

    private static int count(byte[] bytes) {
        int lines = 0;
        for (byte b : bytes) if (b == '\n') lines++;
        return lines;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
