package course.grade;

import course.grade.Sequence.Kind;
import course.grade.Sequence.Step;

/** A sequence of messages as a picture; its colours are the page's. */
final class Drawing {
    private static final int LANE = 250;
    private static final int ROW = 34;
    private static final int HEAD = 40;

    private final Sequence sequence;
    private final int program;
    private final StringBuilder rows = new StringBuilder();
    private int y = HEAD + 12;

    private Drawing(Sequence sequence) {
        this.sequence = sequence;
        program = sequence.peers().size() - 1;
    }

    static String of(Sequence sequence) {
        return new Drawing(sequence).svg();
    }

    private String svg() {
        sequence.steps().forEach(this::row);
        int width = LANE * (program + 1);
        StringBuilder peers = new StringBuilder();
        for (int i = 0; i <= program; i++) {
            peers.append("<line class=\"life\" x1=\"%1$d\" y1=\"24\" x2=\"%1$d\" y2=\"%2$d\"/>"
                    .formatted(x(i), y - 10));
            peers.append(text(x(i), 16, sequence.peers().get(i)));
        }
        return """
                <div class="scroll"><svg role="img" aria-label="The messages, in order" \
                viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d">
                %3$s
                %4$s</svg></div>"""
                .formatted(width, y, peers, rows);
    }

    private int x(int peer) {
        return LANE / 2 + LANE * peer;
    }

    private void row(Step step) {
        switch (step.kind()) {
            case TO -> arrow("", x(step.peer()), x(program), step);
            case FROM -> arrow("", x(program), x(step.peer()), step);
            case END -> arrow("end", x(program), x(step.peer()), step);
            case NOTE -> note("", step);
            case WRONG -> note("wrong", step);
        }
        y += ROW;
    }

    private void arrow(String kind, int from, int to, Step step) {
        int way = to > from ? 1 : -1;
        rows.append("<g class=\"%s\"><line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%3$d\"/>"
                .formatted(kind, from, y, to - way * 8));
        rows.append("<path d=\"M%d %dl%d -5v10z\"/>".formatted(to - way, y, -way * 10));
        rows.append(text((from + to) / 2, y - 6, step.text())).append("</g>\n");
    }

    private void note(String kind, Step step) {
        String sign = step.kind() == Kind.WRONG ? "\u2718 " : "";
        rows.append("<g class=\"%s\">".formatted(kind));
        // in the middle of the picture, which is where there is room
        rows.append(text(LANE * (program + 1) / 2, y - 6,
                sign + sequence.peers().get(step.peer()) + ": " + step.text()));
        rows.append("</g>\n");
    }

    private static String text(int x, int y, String text) {
        return "<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, y, Page.text(text));
    }
}
