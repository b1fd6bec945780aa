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

/** A story as text: what was done, what went over the wire, and a caret under the first wrong byte. */
final class Telling {
    private static final int BYTES_A_LINE = 16;
    private static final int LINES_A_CHUNK = 4;
    private static final int PRINTED_WIDTH = 160;
    private static final int EVENTS = 60;
    private static final String INDENT = " ".repeat(16);

    private final Story story;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> cameSoFar = new HashMap<>();

    private Telling(Story story, Ink ink) {
        this.story = story;
        this.ink = ink;
    }

    static List<String> lines(Story story, Ink ink) {
        Telling telling = new Telling(story, ink);
        List<Story.Event> events = story.events();
        List<Story.Event> told = events.size() <= EVENTS ? events : shortened(events);
        told.forEach(telling::tell);
        if (told.size() < events.size()) {
            telling.lines.add(INDENT + (events.size() - told.size()) + " more things happened; --json has them");
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
            case Story.Step s -> line(s.micros(), "%2d".formatted(s.number()), who(s.who()) + s.does());
            case Story.Sent s -> chunk(s.micros(), "\u2192", s.bytes(), -1);
            case Story.Came c -> came(c);
            case Story.Expected e -> chunk(-1, "=", e.bytes(), -1);
            case Story.End e -> line(e.micros(), " \u2190", who(e.who()) + "the program ended its sending (FIN)");
            case Story.Unread u -> line(u.micros(), "  ", "the program has not read it");
            case Story.Broke b -> line(b.micros(), " \u00d7", who(b.who()) + Quoted.line(b.how(), PRINTED_WIDTH));
            case Story.Launched l -> line(l.micros(), "  ", "the program starts, with " + String.join(" ", l.arguments()));
            case Story.Printed p -> line(p.micros(), " |", stream(p) + Quoted.line(p.text(), PRINTED_WIDTH));
            case Story.Exited e -> line(e.micros(), "  ", "the program ended, with exit status " + e.status());
            case Story.Missed m -> missed(m);
        }
    }

    /** One client is "the client"; only of several one must say which. */
    private String who(String who) {
        if (who.equals("the check") || who.equals("the program")) return who + " ";
        return story.callers() > 1 ? who + " " : "the client ";
    }

    private static String stream(Story.Printed printed) {
        return printed.stream() == Started.Stream.OUT ? "stdout: " : "stderr: ";
    }

    private void line(long micros, String sign, String text) {
        String time = micros < 0 ? " ".repeat(9) : String.format(Locale.ROOT, "%6.1f ms", micros / 1000.0);
        lines.add("  " + ink.faint(time) + " " + sign + "  " + text);
    }

    private void came(Story.Came c) {
        int from = cameSoFar.merge(c.who(), c.bytes().length, Integer::sum) - c.bytes().length;
        int wrong = story.missed().filter(m -> m.who().equals(c.who())).map(Story.Missed::wrong).orElse(-1);
        boolean here = wrong >= from && wrong < from + c.bytes().length;
        chunk(c.micros(), "\u2190", c.bytes(), here ? wrong - from : -1);
    }

    private void chunk(long micros, String arrow, byte[] bytes, int wrong) {
        int shown = Math.min(bytes.length, Math.max(LINES_A_CHUNK * BYTES_A_LINE, wrong + 1));
        int first = wrong < LINES_A_CHUNK * BYTES_A_LINE ? 0 : wrong / BYTES_A_LINE * BYTES_A_LINE;
        if (first > 0) line(micros, " " + arrow, "(" + first + " bytes, as expected)");
        for (int at = first; at < shown; at += BYTES_A_LINE) {
            byte[] row = Arrays.copyOfRange(bytes, at, Math.min(at + BYTES_A_LINE, bytes.length));
            String hex = "%-" + (3 * BYTES_A_LINE) + "s";
            line(at == 0 ? micros : -1, at == 0 ? " " + arrow : "  ", hex.formatted(hex(row)) + Quoted.bytes(row));
            if (wrong >= at && wrong < at + BYTES_A_LINE) {
                lines.add(INDENT + " ".repeat(3 * (wrong - at)) + ink.bad("^^ the first wrong byte"));
            }
        }
        if (shown < bytes.length) lines.add(INDENT + "\u2026 and " + (bytes.length - shown) + " bytes more");
    }

    private void missed(Story.Missed m) {
        String where = m.who().startsWith("client") && story.callers() > 1 ? m.who() + ": " : "";
        line(m.micros(), " " + ink.bad("\u2718"), ink.bad(where + Quoted.line(m.what(), PRINTED_WIDTH)));
    }

    static String hex(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> "%02x".formatted(bytes[i])).collect(Collectors.joining(" "));
    }
}
