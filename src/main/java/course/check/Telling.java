package course.check;

import course.run.Started;
import course.wire.Story;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A story as text: what was done, what went over the wire, and a caret under the first wrong byte.
 */
public final class Telling {
    private static final int BYTES_A_LINE = 16;
    private static final int LINES_A_CHUNK = 4;
    private static final int PRINTED_WIDTH = 160;
    private static final int EVENTS = 60;
    private static final String INDENT = " ".repeat(16);

    private final Story story;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> cameSoFar = new HashMap<>();
    private boolean flooded;

    private Telling(Story story, Ink ink) {
        this.story = story;
        this.ink = ink;
    }

    public static List<String> lines(Story story, Ink ink) {
        Telling telling = new Telling(story, ink);
        List<Story.Event> events = story.events();
        List<Story.Event> told = events.size() <= EVENTS ? events : shortened(events);
        told.forEach(telling::tell);
        if (told.size() < events.size()) {
            telling.lines.add(INDENT + (events.size() - told.size())
                    + " more things happened; --json has them");
        }
        return telling.lines;
    }

    /** The place where it goes wrong must be seen. */
    private static List<Story.Event> shortened(List<Story.Event> events) {
        List<Story.Event> first = new ArrayList<>(events.subList(0, EVENTS));
        events.stream().skip(EVENTS).filter(Story.Missed.class::isInstance).forEach(first::add);
        return first;
    }

    private void tell(Story.Event event) {
        switch (event) {
            case Story.Step s ->
                    line(s.micros(), "%2d".formatted(s.number()), who(s.who())
                            + Quoted.all(s.does()));
            case Story.Sent s -> chunk(s.micros(), "\u2192", s.bytes());
            case Story.Came c -> came(c);
            case Story.Expected e -> chunk(-1, "=", e.bytes());
            case Story.End e ->
                    line(e.micros(), " \u2190", "the program ends its sending" + to(e.who()));
            case Story.Befell b -> line(b.micros(), " ~", b.what());
            case Story.Unread u -> line(u.micros(), "  ", "the program has not read it");
            case Story.Broke b ->
                    line(b.micros(), " \u00d7", who(b.who()) + Quoted.line(b.how(), PRINTED_WIDTH));
            case Story.Launched l ->
                    line(l.micros(), "  ", "the program starts, with " + arguments(l));
            case Story.Printed p ->
                    line(p.micros(), " |", stream(p) + Quoted.line(p.text(), PRINTED_WIDTH));
            case Story.Exited e ->
                    line(e.micros(), "  ", "the program ended, with exit status " + e.status());
            case Story.Missed m -> missed(m);
        }
    }

    /** One client is "the client"; only of several one must say which. */
    private String who(String who) {
        return who.startsWith("client ") && story.callers() <= 1 ? "the client " : who + " ";
    }

    private static String arguments(Story.Launched launched) {
        return launched.arguments().isEmpty() ? "no arguments"
                : Quoted.all(String.join(" ", launched.arguments()));
    }

    private String to(String who) {
        return story.callers() > 1 ? " to " + who : "";
    }

    private static String stream(Story.Printed printed) {
        return printed.stream() == Started.Stream.OUT ? "stdout: " : "stderr: ";
    }

    private void line(long micros, String sign, String text) {
        String time = micros < 0 ? " ".repeat(9)
                : String.format(Locale.ROOT, "%6.1f ms", micros / 1000.0);
        lines.add("  " + ink.faint(time) + " " + sign + "  " + text);
    }

    private void came(Story.Came c) {
        int from = cameSoFar.merge(c.who(), c.bytes().length, Integer::sum) - c.bytes().length;
        story.missed()
                .filter(m -> m.who().equals(c.who()))
                .filter(m -> m.wrong() >= from && m.wrong() < from + c.bytes().length)
                .ifPresentOrElse(
                        m -> chunk(c.micros(), "\u2190", c.bytes(), m.wrong() - from, wanted(m)),
                        () -> chunk(c.micros(), "\u2190", c.bytes()));
    }

    private static String wanted(Story.Missed m) {
        int at = m.wrong() - m.from();
        return at < m.expected().length ? "%02x was expected".formatted(m.expected()[at])
                : "the first byte too many";
    }

    private void chunk(long micros, String arrow, byte[] bytes) {
        chunk(micros, arrow, bytes, -1, "");
    }

    /** The beginning of the bytes in hex and as text, or the part in which a wrong one stands. */
    private void chunk(long micros, String arrow, byte[] bytes, int wrong, String caret) {
        int room = (flooded ? 1 : LINES_A_CHUNK) * BYTES_A_LINE;
        int first = wrong < room ? 0 : wrong / BYTES_A_LINE * BYTES_A_LINE;
        int end = Math.min(bytes.length, first + room);
        if (first > 0) line(micros, " " + arrow, "(" + first + " bytes)");
        for (int at = first; at < end; at += BYTES_A_LINE) {
            byte[] row = Arrays.copyOfRange(bytes, at, Math.min(at + BYTES_A_LINE, end));
            String hex = "%-" + 3 * BYTES_A_LINE + "s";
            line(at == 0 ? micros : -1, at == 0 ? " " + arrow : "  ", hex.formatted(hex(row))
                    + Quoted.bytes(row));
            if (wrong >= at && wrong < at + row.length) {
                lines.add(INDENT + " ".repeat(3 * (wrong - at)) + ink.bad("^^ " + caret));
            }
        }
        flooded |= end < bytes.length;
        if (end < bytes.length) {
            lines.add(INDENT + "\u2026 and " + (bytes.length - end) + " bytes more");
        }
    }

    private void missed(Story.Missed m) {
        String where = m.who().startsWith("client") && story.callers() > 1 ? m.who() + ": " : "";
        line(m.micros(), " " + ink.bad("\u2718"),
                ink.bad(where + Quoted.line(m.what(), PRINTED_WIDTH)));
    }

    static String hex(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> "%02x".formatted(bytes[i]))
                .collect(Collectors.joining(" "));
    }
}
