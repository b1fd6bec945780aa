package course.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Started;
import course.wire.Peer;
import course.wire.Post;
import course.wire.Story;
import course.wire.Story.Missed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    WILDCARD(
            "it listens at every address",
            "Without an address, bind takes the wildcard, and the whole network may call. Bind the"
                    + " loopback address unless you are told otherwise.",
            "05-socket-bind-listen",
            (story, missed) -> missed.what().startsWith("somebody answers at")),
    LEAK(
            "what is used up is not given back",
            "Each connection costs a socket, and perhaps a thread or a process, until somebody"
                    + " closes it, ends it, waits for it: on every path, also when a read fails.",
            "09-concurrent-servers",
            (story, missed) -> missed.what().startsWith("it still holds")),
    CHATTY(
            "more on stdout than the one line",
            "A program that starts yours reads stdout and waits for one line there. What you"
                    + " tell yourself goes to stderr.",
            "04-first-server-and-client",
            (story, missed) -> missed.what().startsWith("stdout has")
                    && readiness(story).isPresent() || printsMore(story, missed)),
    PORT_NOT_REUSED(
            "the port cannot be had again at once",
            "The old connections linger in TIME_WAIT. Set SO_REUSEADDR before bind.",
            "08-closing",
            (story, missed) -> missed.who().equals(Trial.PROGRAM) && restartedInVain(story)),
    ONE_CORRESPONDENT(
            "only one correspondent is heard",
            "connect lets a datagram socket hear one peer and no other. A server has many: answer"
                    + " to the address that stands on each datagram.",
            "10-datagrams",
            (story, missed) -> missed.what().contains("a datagram") && isLater(story, missed)
                    && story.all(Story.Exited.class).isEmpty()),
    DIES_OF_BAD_CLIENT(
            "one bad client ends the service for all",
            "What goes wrong with one connection must be caught inside the loop over"
                    + " connections, not around it.",
            "08-closing",
            (story, missed) -> isLater(story, missed) && afterReset(story, missed)
                    || missed.what().startsWith(Server.ENDED) && afterReset(story, missed)),
    STAYS_FOR_EVER(
            "it stays with a client that does not end",
            "Whoever waits for a client's end waits as long as the client likes, and so does"
                    + " everybody behind it. One limit for all reads together.",
            "08-closing",
            (story, missed) -> isLater(story, missed) && earlierOneDoesNotEnd(story, missed)),
    STARVES(
            "the second client waits for the first",
            "While you wait for one client, nobody waits for the others. Give each connection a"
                    + " thread of its own.",
            "09-concurrent-servers",
            (story, missed) -> isLater(story, missed) && earlierOnesStay(story, missed)
                    && !missed.what().contains("refused")
                    || anotherDoesNotRead(story, missed)),
    ONE_CLIENT_ONLY(
            "only one client is served",
            "After a client comes the next: what is in the loop, and what is after it? Is the"
                    + " listening socket still open?",
            "06-connect-and-accept",
            (story, missed) -> isLater(story, missed) && anotherGotSomething(story, missed)),
    CLOSES_TOO_EARLY(
            "it closes before all is read, and the connection is reset",
            "Whoever closes with unread bytes breaks the connection, and what it sent last may be"
                    + " lost. Read to the end before you close.",
            "08-closing",
            (story, missed) -> missed.what().contains("broke: ") && noAccident(story)
                    && !(isLater(story, missed) && hasEnded(story))),
    WRITES_ONLY(
            "both sides write, and neither reads",
            "What you write has to go somewhere: when the buffers are full, your write waits until"
                    + " the other side reads, and its write until you do. Read while you write.",
            "08-closing",
            (story, missed) -> missed.what().startsWith(Peer.UNREAD)),
    IGNORES_END(
            "the end is taken for data",
            "A read that finds the end says so: -1, null, or 0 bytes. Look at its answer before you"
                    + " use what it read.",
            "08-closing",
            (story, missed) -> takesEndForData(story, missed)),
    TRUSTS_ORDER(
            "the order of arrival is trusted",
            "Datagrams may overtake one another, arrive twice or not at all. What matters must"
                    + " stand in the datagram: a number.",
            "10-datagrams",
            (story, missed) -> asTheyArrived(story, missed)),
    DATAGRAM_LENGTH(
            "the length of the buffer is taken for that of the datagram",
            "A datagram is as long as receive says (getLength, n, len): what stands behind that in"
                    + " the buffer is older, and a buffer too short cuts the rest off.",
            "10-datagrams",
            (story, missed) -> oldLength(story, missed)),
    BYTE_ORDER(
            "the bytes of a number stand in the wrong order",
            "On the wire the most significant byte comes first. htons and ntohs turn it round where"
                    + " the machine thinks otherwise; a ByteBuffer begins that way.",
            "03-byte-order-and-addresses",
            (story, missed) -> numbers(story, missed, Mistake::bytesTurned)
                    || rowTurned(story, missed)
                    || isPost(story) && turnedInFront(story, missed)),
    SIGN(
            "an unsigned number is taken for a signed one",
            "Java's byte, short and int have a sign. Byte.toUnsignedInt, Short.toUnsignedInt and"
                    + " & 0xff take it off.",
            "03-byte-order-and-addresses",
            (story, missed) -> numbers(story, missed, Mistake::signTaken)
                    || signInHex(story, missed)),
    STALE_BUFFER(
            "the whole buffer is used, not only what was read",
            "A buffer holds what was in it before. Only as many bytes as the read says are new:"
                    + " look at its answer.",
            "04-first-server-and-client",
            (story, missed) -> oldBytes(story, missed)),
    ONE_READ(
            "one read taken for one message",
            "A read gives some bytes: half a line, or three. Collect them until a line is"
                    + " whole, and keep what is left over.",
            "07-reading-and-writing",
            (story, missed) -> !isPost(story) && (answersBeforeTheLineIsWhole(story, missed)
                    || swallowsLines(story, missed) || stopsReadingEarly(story, missed)
                    || decodesHalfACharacter(story, missed))),
    SECOND_READER(
            "what the first reader had taken is lost",
            "A buffered reader takes more than it hands out, and keeps the rest for itself: a"
                    + " second one never sees that. Make one reader per connection.",
            "07-reading-and-writing",
            (story, missed) -> onlyTheFirstOfSome(story, missed)),
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
            (story, missed) -> lastLineLost(story, missed) || lastReplyLost(story, missed)),
    EMPTY_LINE(
            "an empty line is skipped or taken for the end",
            "An empty line is a line. The end of the input is something else: -1, null, or 0"
                    + " bytes.",
            "07-reading-and-writing",
            (story, missed) -> emptyLineLost(story, missed)),
    WAITS_FOR_END(
            "it waits for an end that does not come",
            "You read until an end comes, and the other side keeps the connection open: it may have"
                    + " said all it wanted to say. Where does the message end, and how much is too"
                    + " much?",
            "07-reading-and-writing",
            (story, missed) -> nothingBeforeTheEnd(story, missed) || hasAllAndStays(story, missed)),
    NO_FLUSH(
            "the reply is kept back: flush is missing",
            "A buffered writer sends when it is full, flushed or closed. A client that waits"
                    + " for the reply sees none of these"
                    + " (and none either if you read to the end before you answer).",
            "07-reading-and-writing",
            (story, missed) -> cameOnlyAtTheEnd(story, missed)),
    STACK_TRACE(
            "a stack trace instead of a line",
            "A stack trace tells you where, and tells the user nothing. Catch the exception"
                    + " where you know what it means.",
            "05-socket-bind-listen",
            (story, missed) -> missed.who().equals(Trial.PROGRAM) && printedStackTrace(story));

    /** What a decoder writes for bytes that are no character. */
    private static final byte[] REPLACEMENT = "\ufffd".getBytes(UTF_8);

    /** What a buffered writer keeps back at most. */
    private static final int BUFFER = 8192;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");
    /** Bytes in hex, or an address with dots. */
    private static final Pattern ROW = Pattern.compile(
            "\\b[0-9a-f]{2}(?: [0-9a-f]{2})+\\b|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    /** What Integer.toHexString makes of a byte above 7f. */
    private static final Pattern SIGNED_HEX = Pattern.compile("\\bffffff[89a-f][0-9a-f]\\b");
    private static final Pattern NOTHING = Pattern.compile("\\bnull\\b|None|\uffff");
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

    /** It is about datagrams, which have no lines and no end. */
    private static boolean isPost(Story story) {
        return story.all(Story.Step.class).stream().anyMatch(s -> s.does().contains("a datagram"));
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

    private static boolean anotherGotSomething(Story story, Missed missed) {
        return story.all(Story.Came.class).stream().anyMatch(c -> !c.who().equals(missed.who()));
    }

    /** What came is right and goes no further, and somebody else is not reading all the while. */
    private static boolean anotherDoesNotRead(Story story, Missed missed) {
        Set<String> deaf = new HashSet<>();
        for (Story.Step step : story.all(Story.Step.class)) {
            if (step.does().equals("does not read")) deaf.add(step.who());
            if (step.does().startsWith("begins to read")) deaf.remove(step.who());
        }
        deaf.remove(missed.who());
        return !deaf.isEmpty() && missed.who().startsWith("client ") && missed.wrong() < 0
                && missed.what().startsWith("waited")
                && story.all(Story.Exited.class).isEmpty();
    }

    /** Another client broke off, and until then it was being served. */
    private static boolean afterReset(Story story, Missed missed) {
        Set<String> served = new HashSet<>();
        for (Story.Event event : story.events()) {
            switch (event) {
                case Story.Sent s -> served.add(s.who());
                case Story.Step s when s.does().startsWith("connects to ") -> served.add(s.who());
                case Story.Unread u -> served.remove(u.who());
                case Story.End e -> served.remove(e.who());
                case Story.Broke b -> served.remove(b.who());
                case Story.Step s when (s.does().startsWith("breaks off")
                        || s.does().equals(Post.LEAVES)) && !s.who().equals(missed.who()) -> {
                    return served.contains(s.who());
                }
                default -> { }
            }
        }
        return false;
    }

    /** More replies than whole lines: nothing but impatience explains that. */
    private static boolean answersBeforeTheLineIsWhole(Story story, Missed missed) {
        if (!missed.who().startsWith("client ") || hearsOthers(story, missed)) return false;
        // where nothing is a line, a reply to all that was sent may be right
        boolean lines = count(story.expected(missed.who())) > 0;
        Optional<Story.Sent> last = story.all(Story.Sent.class).stream()
                .filter(s -> s.who().equals(missed.who()))
                .reduce((before, after) -> after);
        int bytesSent = 0;
        int linesSent = 0;
        int linesCame = 0;
        for (Story.Event event : story.events()) {
            if (!lines && last.filter(event::equals).isPresent()) return false;
            switch (event) {
                case Story.Sent s when s.who().equals(missed.who()) -> {
                    bytesSent += s.bytes().length;
                    linesSent += count(s.bytes());
                }
                case Story.Step s when s.who().equals(missed.who())
                        && s.does().startsWith("ends its sending") -> {
                    return false;
                }
                case Story.Came c when c.who().equals(missed.who()) -> {
                    if (bytesSent == 0) continue;
                    boolean notEvenOne = linesSent == 0 && beginsAsExpected(story, missed);
                    linesCame += count(c.bytes());
                    if (linesCame > linesSent || notEvenOne) return true;
                }
                default -> { }
            }
        }
        return false;
    }

    /** A client that should also get what is no answer to a line of its own. */
    private static boolean hearsOthers(Story story, Missed missed) {
        boolean alone = story.all(Story.Step.class).stream()
                .noneMatch(s -> s.who().startsWith("client ") && !s.who().equals(missed.who()));
        if (alone || !missed.who().startsWith("client ")) return false;
        byte[] sent = story.sent(missed.who());
        boolean openEnd = sent.length > 0 && sent[sent.length - 1] != '\n';
        return count(story.expected(missed.who())) > count(sent) + (openEnd ? 1 : 0);
    }

    private static boolean beginsAsExpected(Story story, Missed missed) {
        byte[] came = story.came(missed.who());
        byte[] expected = story.expected(missed.who());
        return came.length > 0 && expected.length > 0 && came[0] == expected[0];
    }

    /** We cut a character in two, and what came has something else instead. */
    private static boolean decodesHalfACharacter(Story story, Missed missed) {
        boolean cut = story.all(Story.Sent.class).stream()
                .anyMatch(s -> contains(text(s.bytes()).getBytes(UTF_8), REPLACEMENT)
                        && !contains(text(story.sent(s.who())).getBytes(UTF_8), REPLACEMENT));
        return cut && contains(story.came(missed.who()), REPLACEMENT);
    }

    /** Several lines that were sent in one piece come back in one piece. */
    private static boolean swallowsLines(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        String expected = text(story.expected(missed.who()));
        return story.all(Story.Sent.class).stream()
                .filter(s -> s.who().equals(missed.who()))
                .map(s -> text(s.bytes()).strip())
                .anyMatch(piece -> piece.contains("\n") && came.contains(piece)
                        && !expected.contains(piece));
    }

    /** A client prints the beginning of a reply that was sent in pieces. */
    private static boolean stopsReadingEarly(Story story, Missed missed) {
        String printed = text(story.came(missed.who())).strip();
        boolean inPieces = story.all(Story.Sent.class).size() > 1;
        return missed.who().equals(Trial.PROGRAM) && inPieces && !printed.isEmpty()
                && text(missed.expected()).startsWith(printed)
                && !text(missed.expected()).strip().equals(printed);
    }

    /** What was expected, and then a rest of something longer or of the empty buffer. */
    private static boolean oldBytes(Story story, Missed missed) {
        byte[] wanted = withoutLineEnd(story.expected(missed.who()));
        byte[] came = withoutLineEnd(story.came(missed.who()));
        boolean longer = wanted.length > 0 && came.length > wanted.length
                && Arrays.equals(wanted, Arrays.copyOf(came, wanted.length));
        if (!longer || hearsOthers(story, missed)) return false;
        String more = text(tail(came, wanted.length));
        String rest = more.replace("\0", "").strip();
        boolean empty = more.indexOf(0) >= 0 && rest.isEmpty();
        return empty || !rest.isEmpty() && story.all(Story.Expected.class).stream()
                .filter(e -> !e.who().equals(missed.who()))
                .anyMatch(e -> text(e.bytes()).strip().endsWith(rest));
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        return ends ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    /** It has got every byte there is to get, and goes on reading. */
    private static boolean hasAllAndStays(Story story, Missed missed) {
        boolean open = story.all(Story.Step.class).stream()
                .filter(s -> s.micros() < missed.micros())
                .noneMatch(s -> s.who().startsWith("the server") && (s.does().startsWith("closes")
                        || s.does().startsWith("ends its sending")
                        || s.does().startsWith("breaks off")));
        boolean answered = story.all(Story.Sent.class).stream()
                .anyMatch(s -> s.who().startsWith("the server"));
        boolean waits = missed.what().endsWith("for it to end")
                || missed.who().startsWith("the server") && missed.what().startsWith("waited");
        return waits && answered && open;
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
        // what is expected may be noise, in which anything stands now and then
        boolean replaced = replacements(came) > replacements(wanted);
        return missed.wrong() >= 0 && (twice || asLatin1 || asAscii || replaced);
    }

    private static int replacements(byte[] bytes) {
        return new String(bytes, ISO_8859_1).split(new String(REPLACEMENT, ISO_8859_1), -1).length;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, ISO_8859_1).contains(new String(part, ISO_8859_1));
    }

    private static boolean lacksLineEnds(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        String expected = text(story.expected(missed.who()));
        return !came.isEmpty() && expected.contains("\n")
                && came.equals(expected.replace("\n", ""));
    }

    private static boolean lastLineLost(Story story, Missed missed) {
        byte[] sent = story.sent(missed.who());
        String expected = text(story.expected(missed.who()));
        int lastReply = expected.lastIndexOf('\n', expected.length() - 2) + 1;
        return sent.length > 0
                && sent[sent.length - 1] != '\n'
                && expected.endsWith("\n")
                && missed.wrong() < 0
                && text(story.came(missed.who())).equals(expected.substring(0, lastReply));
    }

    /** The server's last line had no end but EOF, and a client that should print it does not. */
    private static boolean lastReplyLost(Story story, Missed missed) {
        String said = text(story.sent("the server"));
        String last = said.substring(said.lastIndexOf('\n') + 1);
        boolean ended = story.all(Story.Step.class).stream()
                .anyMatch(s -> s.who().startsWith("the server") && (s.does().startsWith("closes")
                        || s.does().startsWith("ends its sending")));
        return missed.who().equals(Trial.PROGRAM) && story.came(Trial.PROGRAM).length == 0
                && ended && !last.isEmpty() && text(missed.expected()).endsWith(last + "\n");
    }

    /** The server said some lines at once, and the client has printed the first and no other. */
    private static boolean onlyTheFirstOfSome(Story story, Missed missed) {
        String came = text(story.came(missed.who()));
        boolean together = story.all(Story.Sent.class).stream()
                .anyMatch(s -> s.who().equals("the server") && count(s.bytes()) > 1);
        return missed.who().equals(Trial.PROGRAM) && together && count(missed.expected()) > 1
                && count(came.getBytes(UTF_8)) == 1 && text(missed.expected()).startsWith(came);
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
                && missed.who().startsWith("client ")
                && missed.expected().length > 0
                && Arrays.equals(story.came(missed.who()), story.expected(missed.who()));
    }

    /** The clients before this one have neither ended nor been ended. */
    private static boolean earlierOnesStay(Story story, Missed missed) {
        boolean someoneLeft = story.all(Story.Step.class).stream()
                .anyMatch(s -> !s.who().equals(missed.who()) && (s.does().startsWith("closes")
                        || s.does().startsWith("ends its sending")
                        || s.does().startsWith("breaks off")));
        boolean someoneDone = story.all(Story.End.class).stream()
                .anyMatch(e -> !e.who().equals(missed.who()));
        return !someoneLeft && !someoneDone && story.all(Story.Exited.class).isEmpty();
    }

    /** A client before this one has had its end, and has neither ended nor gone itself. */
    private static boolean earlierOneDoesNotEnd(Story story, Missed missed) {
        Set<String> over = story.all(Story.Step.class).stream()
                .filter(s -> s.does().startsWith("closes")
                        || s.does().startsWith("ends its sending")
                        || s.does().startsWith("breaks off"))
                .map(Story.Step::who)
                .collect(Collectors.toSet());
        return story.all(Story.Exited.class).isEmpty()
                && story.all(Story.End.class).stream()
                        .anyMatch(e -> !e.who().equals(missed.who()) && !over.contains(e.who()));
    }

    private static boolean hasEnded(Story story) {
        return !story.all(Story.Exited.class).isEmpty();
    }

    private static boolean noAccident(Story story) {
        return story.all(Story.Exited.class).stream().allMatch(e -> e.status() == 0);
    }

    /** All that was to be printed, in its order, and lines before, between or after. */
    private static boolean printsMore(Story story, Missed missed) {
        List<String> printed = text(story.came(missed.who())).lines().toList();
        List<String> wanted = text(missed.expected()).lines().toList();
        if (!missed.who().equals(Trial.PROGRAM) || printed.size() <= wanted.size()) return false;
        if (wanted.isEmpty()) {
            // who says too early where it listens has another trouble
            return missed.what().startsWith("something else") && !takesEndForData(story, missed)
                    && !Started.READINESS.matcher(text(story.came(missed.who()))).find();
        }
        return inOrder(printed, wanted) && !oldBytes(story, missed);
    }

    private static boolean inOrder(List<String> printed, List<String> wanted) {
        int found = 0;
        for (String line : printed) {
            if (found < wanted.size() && line.equals(wanted.get(found))) found++;
        }
        return found == wanted.size();
    }

    /** What an array, a string or a loop becomes when a read's -1 or null is not looked at. */
    private static boolean takesEndForData(Story story, Missed missed) {
        String printed = story.all(Story.Printed.class).stream().map(Story.Printed::text)
                .collect(Collectors.joining("\n"));
        String came = text(story.came(missed.who()));
        String expected = text(story.expected(missed.who()));
        boolean nothing = NOTHING.matcher(printed + came).find()
                && !NOTHING.matcher(expected).find() && toldSomething(story);
        boolean minusOne = !saidMinusOne(story)
                && printed.matches("(?s).*(length -1|count: -1|-1\\)|NegativeArraySize).*");
        return nothing || minusOne;
    }

    /** Then a -1 in the program is what we said, and no answer of a read. */
    private static boolean saidMinusOne(Story story) {
        byte[] minusOne = {-1, -1, -1, -1};
        return story.all(Story.Sent.class).stream().anyMatch(s -> contains(s.bytes(), minusOne));
    }

    /** Without a word or an end from us, no read can have answered anything. */
    private static boolean toldSomething(Story story) {
        return !story.all(Story.Sent.class).isEmpty() || story.all(Story.Step.class).stream()
                .anyMatch(s -> s.does().startsWith("closes")
                        || s.does().startsWith("ends its sending")
                        || s.does().startsWith("breaks off"));
    }

    /** All that came is right, and in the order in which we sent it, which we had mixed up. */
    private static boolean asTheyArrived(Story story, Missed missed) {
        boolean mixed = story.all(Story.Befell.class).stream()
                .anyMatch(b -> b.what().contains("overtakes") || b.what().contains("for long")
                        || b.what().contains("twice"));
        byte[] came = tail(story.came(missed.who()), missed.from());
        byte[] wanted = missed.expected().clone();
        if (!mixed || came.length < wanted.length || wanted.length == 0) return false;
        Set<Byte> had = new HashSet<>();
        Set<Byte> needed = new HashSet<>();
        for (byte b : came) had.add(b);
        for (byte b : wanted) needed.add(b);
        return had.equals(needed);
    }

    /** Right as far as it goes, and cut or filled up to the length of something earlier. */
    private static boolean oldLength(Story story, Missed missed) {
        if (!missed.what().contains("datagram") || missed.what().equals(Post.UNASKED)) return false;
        byte[] came = tail(story.came(missed.who()), missed.from());
        byte[] wanted = missed.expected();
        int same = Math.min(came.length, wanted.length);
        return came.length > 0 && came.length != wanted.length
                && Arrays.equals(came, 0, same, wanted, 0, same);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
    }

    /** The first number that differs between what was expected and what came or was printed. */
    private static boolean numbers(Story story, Missed missed, BiPredicate<Long, Long> explains) {
        String wanted = text(missed.expected());
        String came = text(tail(story.came(missed.who()), missed.from()));
        Matcher expected = NUMBER.matcher(wanted);
        Matcher seen = NUMBER.matcher(came);
        while (expected.find() && seen.find()) {
            if (expected.group().equals(seen.group())) continue;
            return explains.test(Long.parseLong(expected.group()), Long.parseLong(seen.group()));
        }
        return false;
    }

    private static boolean bytesTurned(long expected, long seen) {
        return expected != seen
                && (Short.toUnsignedLong(Short.reverseBytes((short) expected)) == seen
                || Integer.toUnsignedLong(Integer.reverseBytes((int) expected)) == seen);
    }

    /** In the first row that differs, two or four bytes stand there from the other end. */
    private static boolean rowTurned(Story story, Missed missed) {
        List<String> wanted = rows(text(missed.expected()));
        List<String> came = rows(text(tail(story.came(missed.who()), missed.from())));
        for (int i = 0; i < Math.min(wanted.size(), came.size()); i++) {
            if (wanted.get(i).equals(came.get(i))) continue;
            return turned(wanted.get(i).split("[ .]"), came.get(i).split("[ .]"));
        }
        return false;
    }

    private static List<String> rows(String text) {
        return ROW.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean turned(String[] wanted, String[] came) {
        int at = Arrays.mismatch(wanted, came);
        return wanted.length == came.length && IntStream.of(2, 4)
                .filter(length -> at + length <= wanted.length)
                .anyMatch(length -> {
                    List<String> number = List.of(wanted).subList(at, at + length);
                    return number.reversed().equals(List.of(came).subList(at, at + length));
                });
    }

    private static boolean signInHex(Story story, Missed missed) {
        return SIGNED_HEX.matcher(text(story.came(missed.who()))).find()
                && !SIGNED_HEX.matcher(text(missed.expected())).find();
    }

    /** The datagram begins with a number of two or four bytes, the other way round. */
    private static boolean turnedInFront(Story story, Missed missed) {
        byte[] came = tail(story.came(missed.who()), missed.from());
        byte[] wanted = missed.expected();
        return came.length == wanted.length && !Arrays.equals(came, wanted)
                && Stream.of(2, 4).anyMatch(w -> Arrays.equals(turned(came, w), wanted));
    }

    private static byte[] turned(byte[] bytes, int width) {
        byte[] turned = bytes.clone();
        if (bytes.length < width) return turned;
        for (int i = 0; i < width; i++) turned[i] = bytes[width - 1 - i];
        return turned;
    }

    private static boolean signTaken(long expected, long seen) {
        return seen < 0 && (seen == (byte) expected || seen == (short) expected
                || seen == (int) expected);
    }

    /** All of it came when the client ended its sending, and not one byte before, though it was
     * more than any buffer keeps back. */
    private static boolean nothingBeforeTheEnd(Story story, Missed missed) {
        return cameOnlyAtTheEnd(story, missed)
                && story.sent(missed.who()).length > BUFFER
                && firstCame(story, missed) > missed.micros();
    }

    private static long firstCame(Story story, Missed missed) {
        return story.all(Story.Came.class).stream().filter(c -> c.who().equals(missed.who()))
                .mapToLong(Story.Came::micros).min().orElse(0);
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
