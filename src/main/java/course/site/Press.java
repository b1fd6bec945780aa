package course.site;

import course.script.Language;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.LocationType;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.asciidoctor.syntaxhighlighter.HighlightResult;
import org.asciidoctor.syntaxhighlighter.Highlighter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Logger;

/** Asciidoctor, started once (two seconds) and then kept (30 ms a page). */
final class Press implements AutoCloseable {
    /** Would print everything a second time; held here because the log manager would forget it. */
    private static final Logger CHATTER = Logger.getLogger("asciidoctor");

    private final Asciidoctor asciidoctor;
    private Path reading;
    private Consumer<Problem> problems;

    Press() {
        CHATTER.setUseParentHandlers(false);
        asciidoctor = Asciidoctor.Factory.create();
        asciidoctor.registerLogHandler(this::log);
        asciidoctor.syntaxHighlighterRegistry().register(Highlighting.class, "tokens");
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
        new Weaver(text, map, problems).process(document);
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
                        .attribute("source-highlighter", "tokens")
                        // AsciidoctorJ cannot tell a highlighter that there is no language
                        .attribute("source-language", "text")
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

    /** What Asciidoctor asks for listings in the texts; it makes an instance for each text. */
    public static final class Highlighting implements Highlighter {
        @Override
        public HighlightResult highlight(
                Block listing, String source, String language, Map<String, Object> options) {
            return new HighlightResult(
                    Language.highlighted(language)
                            .map(l -> Tokens.html(l, source.lines().toList()))
                            .map(lines -> String.join("\n", lines))
                            .orElseGet(() -> Html.escape(source)));
        }

        @Override
        public boolean hasDocInfo(LocationType location) {
            return false;
        }

        @Override
        public String getDocinfo(
                LocationType location, Document document, Map<String, Object> options) {
            return "";
        }
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
