package course.grade;

import course.grade.Outcome.Test;
import java.util.List;
import java.util.Locale;

/**
 * As build servers read it: what the student did wrong is a failure, what went wrong with us an
 * error.
 */
final class JUnitXml {
    private JUnitXml() {}

    static String of(List<Graded> all) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        int tests = 0;
        int failures = 0;
        int errors = 0;
        int skipped = 0;
        long millis = 0;
        for (Graded g : all) {
            Counts c = Counts.of(g);
            tests += c.tests();
            failures += c.failures();
            errors += c.errors();
            skipped += c.skipped();
            millis += g.outcome().millis();
        }
        xml.append("<testsuites name=\"course\" ")
                .append(new Counts(tests, failures, errors, skipped).attributes(millis))
                .append(">\n");
        for (Graded g : all) suite(xml, g);
        return xml.append("</testsuites>\n").toString();
    }

    private record Counts(int tests, int failures, int errors, int skipped) {
        static Counts of(Graded g) {
            if (!g.counts()) return new Counts(1, 0, 1, 0);
            int failures = 0;
            int skipped = 0;
            for (Test t : g.outcome().tests()) {
                switch (t.status()) {
                    case PASSED -> { }
                    case FAILED, NOT_RUN -> failures++;
                    case SKIPPED -> skipped++;
                }
            }
            return new Counts(g.outcome().tests().size(), failures, 0, skipped);
        }

        String attributes(long millis) {
            return "tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%s\""
                    .formatted(tests, failures, errors, skipped,
                            String.format(Locale.ROOT, "%.3f", millis / 1000.0));
        }
    }

    private static void suite(StringBuilder xml, Graded g) {
        String name = Page.text(g.handed().student() + " " + g.handed().exercise());
        xml.append("<testsuite name=\"%s\" %s timestamp=\"%s\">\n".formatted(name,
                Counts.of(g).attributes(g.outcome().millis()), g.at()));
        xml.append("<properties>");
        property(xml, "containment", g.outcome().containment());
        if (g.counts()) {
            property(xml, "points", g.outcome().score() + "/" + g.outcome().max());
        }
        xml.append("</properties>\n");
        if (g.counts()) g.outcome().tests().forEach(t -> test(xml, g, t));
        else {
            xml.append("<testcase name=\"grading\" classname=\"%s\"><error message=\"%s\"/>"
                    .formatted(name, Page.text(g.outcome().trouble().orElse(""))));
            xml.append("</testcase>\n");
        }
        xml.append("</testsuite>\n");
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("<property name=\"%s\" value=\"%s\"/>".formatted(name, Page.text(value)));
    }

    private static void test(StringBuilder xml, Graded g, Test t) {
        xml.append("<testcase name=\"%s\" classname=\"%s\"><properties>".formatted(
                Page.text(t.name()), Page.text(g.handed().exercise())));
        property(xml, "points", t.points() + "/" + t.max());
        xml.append("</properties>");
        String title = Page.text(t.title());
        switch (t.status()) {
            case PASSED -> { }
            case FAILED -> {
                xml.append("<failure message=\"%s\">".formatted(title));
                t.story().forEach(line -> xml.append(Page.text(line)).append('\n'));
                xml.append("</failure>");
            }
            case NOT_RUN -> xml.append("<failure message=\"%s\">%s</failure>".formatted(title,
                    Page.text(g.outcome().trouble().orElse("it was not run"))));
            case SKIPPED -> xml.append("<skipped message=\"%s\"/>"
                    .formatted(Page.text(t.because().orElse(""))));
        }
        xml.append("</testcase>\n");
    }
}
