package course.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that was measured, and on what. */
public record Results(Plan plan, Map<Rung, Findings> findings, Machine machine) {
    /** For a terminal. */
    public String text() {
        return Cells.of(this).text() + "\n" + String.join("\n", notes()) + "\n";
    }

    /** For the lecture: the table, what stands under it, and the plots. */
    List<String> asciidoc(List<Plot> plots) {
        List<String> lines = new ArrayList<>(Cells.of(this).asciidoc().lines().toList());
        for (String note : notes()) {
            lines.add("");
            lines.add(note);
        }
        for (Plot plot : plots) {
            lines.add("");
            lines.add("." + plot.title());
            lines.add("image::" + plot.file() + "[" + plot.title() + ",opts=inline]");
        }
        return lines;
    }

    /** How it was measured. */
    List<String> notes() {
        return List.of(
                "Connections: so many a second are made, ask one record, get the reply and are"
                        + " ended by both sides, " + Plan.AT_ONCE + " at a time."
                        + " N open: so many round trips a second, while N connections are open and"
                        + " each asks again as soon as it is answered; in brackets how many"
                        + " milliseconds half of them and all but one in a hundred take at most."
                        + " KiB each: the memory that the server and its children have more for"
                        + " a connection that is open and silent, without the system's own part.",
                "Medians of " + plan.rounds() + (plan.rounds() == 1 ? " round" : " rounds") + " of "
                        + Cells.number(plan.time().toMillis() / 1000.0) + " s for each number,"
                        + " the order of the servers another in each. " + spread(),
                "Each server is warmed up first, for "
                        + Cells.number(plan.warmUp().toMillis() / 1000.0) + " s or "
                        + Cells.grouped(Plan.WARM_UP_CONNECTIONS) + " connections."
                        + " The clients are on the same machine, and take their share of it.",
                machine.toString());
    }

    private String spread() {
        List<Double> spreads = findings.values().stream()
                .flatMap(f -> f.all().entrySet().stream())
                .filter(e -> e.getKey().name().contains("PerSecond") && e.getValue().found())
                .map(e -> e.getValue().spread())
                .sorted(Comparator.naturalOrder()).toList();
        if (plan.rounds() == 1 || spreads.isEmpty()) return "One round has no spread.";
        return String.format(Locale.ROOT, "Between the highest and the lowest of a number's rounds"
                        + " lie %.0f %% of the median in the middle case, %.0f %% in the worst.",
                100 * spreads.get(spreads.size() / 2), 100 * spreads.getLast());
    }
}
