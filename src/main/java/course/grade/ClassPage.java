package course.grade;

import course.submit.Refusal;
import course.submit.Roster;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an instructor reads: how it went, what was hard, who is where. */
final class ClassPage {
    private static final int BAR = 56;
    private static final int HEIGHT = 90;

    private ClassPage() {}

    static String of(SchoolClass all) {
        Page page = new Page("The class");
        page.paragraph("", "%d submissions of %d students; %s".formatted(all.graded().size(),
                all.byStudent().size(), Points.of(all.graded()).told()));
        all.share().ifPresent(s -> page.paragraph("remark", "This is part " + s
                + " of the class; course merge puts the parts together."));
        page.paragraph("faint", "Contained by: " + all.containment());
        Statistics.of(all.graded()).forEach(s -> exercise(page, s));
        LikenessPage.summary(page, all.likenesses());
        students(page, all);
        missing(page, all);
        broken(page, all);
        remarks(page, all);
        if (!all.refused().isEmpty()) {
            page.heading("Not taken");
            page.add("<table>");
            for (Refusal r : all.refused()) row(page, r.origin(), r.reason());
            page.add("</table>");
        }
        if (!all.superseded().isEmpty()) {
            page.heading("Replaced by a later one");
            page.add("<table>");
            for (Handed h : all.superseded()) {
                row(page, h.student() + " " + h.exercise(), h.origin());
            }
            page.add("</table>");
        }
        return page.html();
    }

    private static void exercise(Page page, Statistics s) {
        page.heading(s.exercise());
        page.paragraph("", String.format(Locale.ROOT, "%d programs, %.1f of %d points on average",
                s.graded().size(), s.mean(), s.max()));
        page.add(histogram(s.distribution()));
        page.add("<h3>The hardest tests</h3><table>");
        for (Statistics.Tally t : s.tests()) {
            String name = "<code>" + Page.text(t.name()) + "</code>";
            page.add("<tr><td class=\"number\">passed by %d of %d</td><td>%s</td><td>%s%s</td></tr>"
                    .formatted(t.passed(), t.all(), Page.text(t.title()), name,
                            t.hidden() ? " hidden" : ""));
        }
        page.add("</table>");
        List<Statistics.Counted> mistakes = s.mistakes();
        if (mistakes.isEmpty()) return;
        page.add("<h3>Mistakes that were recognised</h3><table>");
        for (Statistics.Counted m : mistakes) {
            page.add("<tr><td class=\"number\">%d</td><td>%s</td></tr>"
                    .formatted(m.programs(), Page.text(m.title())));
        }
        page.add("</table>");
    }

    private static String histogram(int[] bins) {
        int most = 1;
        for (int bin : bins) most = Math.max(most, bin);
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < bins.length; i++) {
            int x = i * BAR;
            int height = HEIGHT * bins[i] / most;
            int top = 20 + HEIGHT - height;
            bars.append("<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                    .formatted(x + 8, top, BAR - 16, height));
            bars.append("<text x=\"%d\" y=\"%d\">%d</text>"
                    .formatted(x + BAR / 2, top - 4, bins[i]));
            String percent = i == bins.length - 1 ? "all" : i * 10 + " %";
            bars.append("<text x=\"%d\" y=\"%d\">%s</text>\n"
                    .formatted(x + BAR / 2, HEIGHT + 38, percent));
        }
        return """
                <div class="scroll"><svg role="img" aria-label="How many have which share of the \
                points" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d">
                %3$s</svg></div>"""
                .formatted(BAR * bins.length, HEIGHT + 44, bars);
    }

    private static void students(Page page, SchoolClass all) {
        page.heading("The students");
        page.add("<table>");
        for (Map.Entry<String, List<Graded>> e : all.byStudent().entrySet()) {
            Points points = Points.of(e.getValue());
            boolean late = e.getValue().stream().anyMatch(g -> g.handed().late());
            String link = "<a href=\"students/%s.html\">%s</a>"
                    .formatted(Reports.fileName(e.getKey()), Page.text(e.getKey()));
            page.add("<tr><td>" + link + "</td><td class=\"number\">"
                    + Page.text(points.told() + (late ? ", late" : "")) + "</td></tr>");
        }
        page.add("</table>");
    }

    private static void missing(Page page, SchoolClass all) {
        List<Roster.Student> missing = all.missing();
        if (missing.isEmpty()) return;
        page.heading("Not handed in");
        page.paragraph("", "%d of the %d in the roster".formatted(
                missing.size(), all.roster().size()));
        page.add("<table>");
        for (Roster.Student s : missing) row(page, s.id(), s.name());
        page.add("</table>");
    }

    private static void remarks(Page page, SchoolClass all) {
        if (all.graded().stream().allMatch(g -> g.handed().remarks().isEmpty())) return;
        page.heading("Remarks");
        page.add("<table>");
        for (Graded g : all.graded()) {
            for (String remark : g.handed().remarks()) {
                row(page, g.handed().student() + " " + g.handed().exercise(), remark);
            }
        }
        page.add("</table>");
    }

    private static void broken(Page page, SchoolClass all) {
        if (all.broken() == 0) return;
        page.heading("The grader broke here");
        page.paragraph("", "Nobody loses points by it. The same command tries these again.");
        page.add("<table>");
        for (Graded g : all.graded()) {
            if (g.counts()) continue;
            row(page, g.handed().student() + " " + g.handed().exercise(),
                    g.outcome().trouble().orElse(""));
        }
        page.add("</table>");
    }

    private static void row(Page page, String first, String second) {
        page.add("<tr><td>" + Page.text(first) + "</td><td>" + Page.text(second) + "</td></tr>");
    }
}
