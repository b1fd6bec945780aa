package course.site;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** Asciidoctor, started once (two seconds) and then kept (30 ms a page). */
final class Press implements AutoCloseable {
    /** Would print everything a second time; held here because the log manager would forget it. */
    private static final Logger CHATTER = Logger.getLogger("asciidoctor");

    private record Code(String language, List<String> lines) {}

    private final Asciidoctor asciidoctor;
    private final Map<Code, List<String>> highlighted = new HashMap<>();
    private Path reading;
    private Consumer<Problem> problems;

    Press() {
        CHATTER.setUseParentHandlers(false);
        asciidoctor = Asciidoctor.Factory.create();
        asciidoctor.registerLogHandler(this::log);
    }

    /** A text as printed: embedded HTML, its title, its sections, what is for the lecturer. */
    record Text(String title, List<Page.Stop> stops, List<Aside> asides, String html) {}

    /**
     * Prints one text; whatever Asciidoctor or the course's own blocks complain of is a problem.
     */
    synchronized Text print(Path text, SiteMap map, Consumer<Problem> problems) {
        this.reading = text;
        this.problems = problems;
        Pitfalls.find(text, problems);
        Document document = asciidoctor.loadFile(text.toFile(), options());
        new Weaver(text, map, this, problems).process(document);
        String html = document.convert();
        List<Page.Stop> stops = new ArrayList<>();
        for (StructuralNode block : document.getBlocks()) {
            if (block instanceof Section section) {
                stops.add(new Page.Stop(section.getId(), Html.withoutLinks(section.getTitle())));
            }
        }
        String title = Html.unescape(Html.withoutTags(document.getDoctitle()));
        return new Text(title, stops, Aside.of(text, document), html);
    }

    private static Options options() {
        Attributes attributes =
                Attributes.builder()
                        .attribute("source-highlighter", "rouge")
                        .attribute("icons", "font")
                        .attribute("toc!", "")
                        .attribute("sectlinks", "")
                        .attribute("example-caption!", "")
                        .attribute("table-caption!", "")
                        // links between texts keep the name that the site map knows
                        .attribute("relfilesuffix", ".adoc")
                        .build();
        return Options.builder()
                .safe(SafeMode.UNSAFE)
                .backend("html5")
                .standalone(false)
                .sourcemap(true)
                .attributes(attributes)
                .build();
    }

    /** Code as HTML, line by line; no markup reaches over the end of a line. */
    synchronized List<String> highlight(String language, List<String> code) {
        int from = 0;
        int to = code.size();
        while (from < to && code.get(from).isBlank()) from++;
        while (to > from && code.get(to - 1).isBlank()) to--;
        if (from == to) return code;
        // Asciidoctor drops blank lines at either end of a listing
        List<String> html = new ArrayList<>(code);
        Code between = new Code(language, List.copyOf(code.subList(from, to)));
        List<String> lines = highlighted.computeIfAbsent(between, this::highlight);
        for (int i = from; i < to; i++) html.set(i, lines.get(i - from));
        return html;
    }

    private List<String> highlight(Code code) {
        String fence = "-".repeat(12);
        String text =
                "[source,"
                        + code.language()
                        + "]\n"
                        + fence
                        + "\n"
                        + String.join("\n", code.lines())
                        + "\n"
                        + fence
                        + "\n";
        String html = asciidoctor.load(text, options()).convert();
        int from = html.indexOf('>', html.indexOf("<code")) + 1;
        List<String> lines = lines(html.substring(from, html.indexOf("</code></pre>")));
        if (lines.size() != code.lines().size()) {
            throw new IllegalStateException("highlighting lost or made lines: " + code.lines());
        }
        return lines;
    }

    /**
     * Rouge's spans do not nest: one that is open at a line's end is closed there and opened again.
     */
    private static List<String> lines(String html) {
        List<String> lines = new ArrayList<>();
        String open = "";
        for (String line : html.split("\n", -1)) {
            String whole = open + line;
            int opened = whole.lastIndexOf("<span");
            boolean stillOpen = opened > whole.lastIndexOf("</span>");
            open = stillOpen ? whole.substring(opened, whole.indexOf('>', opened) + 1) : "";
            lines.add(stillOpen ? whole + "</span>" : whole);
        }
        return lines;
    }

    private void log(LogRecord record) {
        if (record.getSeverity().compareTo(Severity.WARN) < 0) return;
        int line = record.getCursor() == null ? 1 : record.getCursor().getLineNumber();
        problems.accept(new Problem(reading, Math.max(1, line), record.getMessage()));
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
