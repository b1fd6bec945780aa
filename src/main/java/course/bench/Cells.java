package course.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The results in words and numbers, whatever the table is drawn with. */
record Cells(List<String> head, List<List<String>> rows) {
    static Cells of(Results results) {
        List<String> head = new ArrayList<>(List.of("Server", "Connections"));
        for (int open : results.plan().connections()) head.add(grouped(open) + " open");
        head.add("KiB each");
        List<List<String>> rows = new ArrayList<>();
        results.findings().forEach((rung, found) -> {
            List<String> row = new ArrayList<>(List.of(
                    rung.title(), of(found.get(Measure.CONNECTIONS))));
            for (int open : results.plan().connections()) {
                Finding rate = found.get(Measure.roundTrips(open));
                row.add(rate.found() ? of(rate) + times(found, open) : of(rate));
            }
            row.add(of(found.get(Measure.MEMORY)));
            rows.add(row);
        });
        return new Cells(head, rows);
    }

    private static String of(Finding finding) {
        return finding.why().orElseGet(() -> number(finding.median()));
    }

    private static String times(Findings found, int open) {
        return " (" + of(found.get(Measure.median(open))) + ", "
                + of(found.get(Measure.tail(open))) + ")";
    }

    /** Three digits tell all that such a measurement knows: 12 300, 456, 7.89, 0.012. */
    static String number(double value) {
        if (value == 0) return "0";
        int magnitude = (int) Math.floor(Math.log10(value));
        double unit = Math.pow(10, magnitude - 2);
        double rounded = Math.round(value / unit) * unit;
        if (magnitude >= 2) return grouped(Math.round(rounded));
        String text = String.format(Locale.ROOT, "%." + Math.min(3, 2 - magnitude) + "f", rounded);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** Thousands apart by a space at which no line is broken. */
    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u00a0');
    }

    /** For a terminal. */
    String text() {
        int[] widths = IntStream.range(0, head.size())
                .map(c -> Math.max(head.get(c).length(),
                        rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0)))
                .toArray();
        StringBuilder text = new StringBuilder();
        line(head, widths, text);
        rows.forEach(row -> line(row, widths, text));
        return text.toString();
    }

    private static void line(List<String> cells, int[] widths, StringBuilder text) {
        for (int c = 0; c < cells.size(); c++) {
            String blanks = " ".repeat(widths[c] - cells.get(c).length());
            text.append(c == 0 ? cells.get(c) + blanks : "  " + blanks + cells.get(c));
        }
        text.append("\n");
    }

    /** For a text of the course. */
    String asciidoc() {
        StringBuilder text = new StringBuilder("[cols=\"3"
                + ",>2".repeat(head.size() - 1) + "\",options=header]\n|===\n");
        text.append("|").append(String.join(" |", head)).append("\n");
        for (List<String> row : rows) {
            text.append("\n");
            for (String cell : row) {
                text.append("|").append(cell.replace("|", "{vbar}")).append("\n");
            }
        }
        return text.append("|===\n").toString();
    }
}
