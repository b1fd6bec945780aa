package course.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars, one for each server: a picture that takes its colour from the text around it.
 *
 * @param unit of the numbers, as it stands behind the title
 */
record Plot(String file, String title, List<Bar> bars) {
    private static final int LABELS = 190;
    private static final int WIDTH = 720;
    private static final int LONGEST = 420;
    private static final int STEP = 22;
    private static final int THICK = 14;
    private static final int TOP = 12;

    /** @param value none if it could not be measured, for which the words are the reason */
    record Bar(String label, Optional<Double> value, String words) {}

    static List<Plot> of(Results results) {
        List<Plot> plots = new ArrayList<>();
        plots.add(of(results, "ladder-connections.svg", "Connections a second",
                Measure.CONNECTIONS));
        for (int open : results.plan().connections()) {
            plots.add(of(results, "ladder-round-trips-" + open + ".svg",
                    "Round trips a second with " + Cells.grouped(open) + " connections open",
                    Measure.roundTrips(open)));
        }
        plots.add(of(results, "ladder-memory.svg", "KiB for each silent connection",
                Measure.MEMORY));
        return plots;
    }

    private static Plot of(Results results, String file, String title, Measure measure) {
        List<Bar> bars = new ArrayList<>();
        results.findings().forEach((rung, found) -> {
            Finding finding = found.get(measure);
            bars.add(new Bar(rung.title(),
                    finding.found() ? Optional.of(finding.median()) : Optional.empty(),
                    finding.why().orElseGet(() -> Cells.number(finding.median()))));
        });
        return new Plot(file, title, bars);
    }

    /**
     * Where it stands in a page it has the page's colour; as a file of its own, it must know itself
     * whether the screen is dark.
     */
    String svg() {
        double most = bars.stream().flatMap(b -> b.value().stream())
                .max(Double::compare).orElse(1.0);
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) drawn.append(bar(bars.get(i), i, most));
        int height = TOP + STEP * bars.size() + TOP;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %d %d" \
                width="%1$d" height="%2$d" font-family="system-ui, sans-serif" font-size="13" \
                fill="currentColor">
                <title>%s</title>
                <style>svg:root { color: #222 } \
                @media (prefers-color-scheme: dark) { svg:root { color: #ddd } }</style>
                %s</svg>
                """.formatted(WIDTH, height, title, drawn);
    }

    private static String bar(Bar bar, int place, double most) {
        int y = TOP + place * STEP;
        int text = y + THICK - 3;
        long length = bar.value().map(v -> Math.max(1, Math.round(LONGEST * v / most))).orElse(0L);
        return """
                <text x="%d" y="%d" text-anchor="end">%s</text>\
                <rect x="%d" y="%d" width="%d" height="%d" fill-opacity="0.55"/>\
                <text x="%d" y="%2$d"%s>%s</text>
                """.formatted(LABELS - 8, text, escaped(bar.label()), LABELS, y, length, THICK,
                LABELS + length + 6, bar.value().isPresent() ? "" : " font-style=\"italic\"",
                escaped(bar.words()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
