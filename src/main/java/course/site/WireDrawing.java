package course.site;

import java.util.ArrayList;
import java.util.List;

/** Draws a message sequence as SVG; its colours are the style sheet's. */
final class WireDrawing {
    /** Wider than any common system font at 14 px, so that text stays in its box. */
    private static final double CHARACTER = 7.7;

    private static final int LINE = 18;
    private static final int HEAD = 34;
    private static final int MESSAGE_COLUMNS = 36;
    private static final int NOTE_COLUMNS = 26;

    private final Wire wire;
    private final String id;
    private final int gap;
    private final int left;
    private final int width;
    private final StringBuilder steps = new StringBuilder();
    private int y = HEAD + 28;

    WireDrawing(Wire wire, String id) {
        this.wire = wire;
        this.id = id;
        int last = wire.peers().size() - 1;
        gap = gap();
        left = margin(0);
        width = left + gap * last + margin(last);
    }

    String figure() {
        for (Wire.Step step : wire.steps()) {
            switch (step) {
                case Wire.Message message -> draw(message);
                case Wire.Note note -> draw(note);
            }
        }
        StringBuilder peers = new StringBuilder();
        for (int i = 0; i < wire.peers().size(); i++) peers.append(peer(i));
        // a title may hold markup, a picture's name may not
        String name = Html.withoutTags(wire.title());
        String told = Html.escape(wire.spelledOut());
        return """
                <figure class="wire"><div class="scroll">
                <svg role="img" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                aria-labelledby="%3$s-title %3$s-desc">
                <title id="%3$s-title">%4$s</title>
                <desc id="%3$s-desc">%5$s</desc>
                %6$s%7$s</svg></div>
                <figcaption>%8$s</figcaption></figure>"""
                .formatted(width, y + 6, id, name, told, peers, steps, wire.title());
    }

    private int x(int peer) {
        return left + gap * peer;
    }

    /** So far apart that every message fits between the two it goes between. */
    private int gap() {
        double widest = 180;
        for (Wire.Step step : wire.steps()) {
            if (!(step instanceof Wire.Message m)) continue;
            double needed = width(wrap(m.text(), MESSAGE_COLUMNS)) + 36;
            widest = Math.max(widest, needed / Math.abs(m.to() - m.from()));
        }
        return (int) Math.ceil(widest);
    }

    /** So much room beside the outer peers that their names and notes fit. */
    private int margin(int peer) {
        double half = width(List.of(wire.peers().get(peer))) / 2 + 22;
        for (Wire.Step step : wire.steps()) {
            if (step instanceof Wire.Note n && n.at() == peer) {
                half = Math.max(half, width(wrap(n.text(), NOTE_COLUMNS)) / 2 + 14);
            }
        }
        return (int) Math.ceil(half);
    }

    private String peer(int i) {
        String name = wire.peers().get(i);
        int half = (int) Math.ceil(width(List.of(name)) / 2 + 18);
        return """
                <g class="peer"><line x1="%1$d" y1="%2$d" x2="%1$d" y2="%3$d"/>\
                <rect x="%4$d" y="2" width="%5$d" height="%2$d" rx="6"/>\
                <text x="%1$d" y="24">%6$s</text></g>
                """
                .formatted(x(i), HEAD, y, x(i) - half, half * 2, Html.escape(name));
    }

    private void draw(Wire.Message message) {
        int from = x(message.from());
        int to = x(message.to());
        int way = to > from ? 1 : -1;
        List<String> lines = wrap(message.text(), MESSAGE_COLUMNS);
        steps.append(message.reply() ? "<g class=\"message reply\">" : "<g class=\"message\">");
        text(lines, (from + to) / 2, y);
        y += lines.size() * LINE - 6;
        steps.append(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%2$d\"/>"
                        .formatted(from, y, to - way * 8));
        steps.append("<path d=\"M%d %dl%d -5v10z\"/></g>\n".formatted(to - way, y, -way * 10));
        y += 32;
    }

    private void draw(Wire.Note note) {
        List<String> lines = wrap(note.text(), NOTE_COLUMNS);
        int half = (int) Math.ceil(width(lines) / 2) + 12;
        int height = lines.size() * LINE + 10;
        int top = y - 18;
        steps.append(
                "<g class=\"note\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
                        .formatted(x(note.at()) - half, top, half * 2, height));
        text(lines, x(note.at()), top + LINE);
        steps.append("</g>\n");
        y = top + height + 30;
    }

    private void text(List<String> lines, int x, int top) {
        for (int i = 0; i < lines.size(); i++) {
            steps.append(
                    "<text x=\"%d\" y=\"%d\">%s</text>"
                            .formatted(x, top + i * LINE, Html.escape(lines.get(i))));
        }
    }

    private static double width(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0) * CHARACTER;
    }

    /** Breaks at blanks, and a word that is longer than a line anywhere. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            while (word.length() > columns) {
                if (!line.isEmpty()) lines.add(line);
                line = "";
                lines.add(word.substring(0, columns));
                word = word.substring(columns);
            }
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line);
        return lines;
    }
}
