package course.site;

import course.script.Language;
import course.script.Source;

import org.asciidoctor.ast.Cell;
import org.asciidoctor.ast.Row;
import org.asciidoctor.ast.Table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The calls side by side. The text's table names them; here each cell becomes the region of that
 * name, and calls that are one and the same code in a language share a cell.
 */
final class CallTable {
    /** What one language has for one call. */
    private sealed interface Part {
        /**
         * @param code HTML, line by line
         */
        record Code(Source.Region region, List<String> code, String file, String language)
                implements Part {}

        record Words(String html) implements Part {}
    }

    private record Call(String name, String anchor, List<Part> parts) {}

    private final UnaryOperator<String> anchors;
    private final Consumer<String> problem;
    private final List<Path> files = new ArrayList<>();
    private final List<String> head;
    private final List<Call> calls = new ArrayList<>();

    /**
     * @param anchors makes a name that no other place of the page has
     */
    CallTable(
            Table table, Path text, UnaryOperator<String> anchors, Consumer<String> problem) {
        this.anchors = anchors;
        this.problem = problem;
        String named = Weaver.attribute(table, "files");
        for (String name : named == null ? new String[0] : named.split("[ ,]+")) {
            Path file = text.resolveSibling(name);
            if (Files.isRegularFile(file)) files.add(file);
            else problem.accept("the table's file is not there: " + name);
        }
        List<Row> rows = new ArrayList<>(table.getHeader());
        rows.addAll(table.getBody());
        head = rows.getFirst().getCells().stream().map(Cell::getText).toList();
        if (files.size() != head.size() - 1) {
            problem.accept("a table of calls has files=\"…\", one for each column after the first");
            return;
        }
        for (Row row : rows.subList(1, rows.size())) calls.add(call(row));
    }

    private Call call(Row row) {
        String name =
                Html.withoutTags(row.getCells().getFirst().getText()).replace("()", "").strip();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Source source = Source.of(files.get(i));
            String words = row.getCells().get(i + 1).getText();
            parts.add(source.region(name).map(r -> code(source, r)).orElse(new Part.Words(words)));
        }
        if (parts.stream().allMatch(Part.Words.class::isInstance)) {
            problem.accept("no file of the table has a region \"" + name + "\"");
        }
        return new Call(name, anchors.apply("call-" + name), parts);
    }

    private Part code(Source source, Source.Region region) {
        List<String> plain = region.withoutCallouts();
        Optional<Language> language = Language.of(source.file());
        List<String> code =
                language.map(l -> Tokens.html(l, plain))
                        .orElseGet(() -> plain.stream().map(Html::escape).toList());
        return new Part.Code(
                region,
                code,
                source.file().getFileName().toString(),
                language.map(Language::highlighted).orElse("text"));
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"calls\"><table>\n<thead><tr>");
        for (String label : head) html.append("<th scope=\"col\">").append(label).append("</th>");
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < calls.size(); i++) row(i, html);
        return html.append("</tbody></table></div>").toString();
    }

    private void row(int at, StringBuilder html) {
        Call call = calls.get(at);
        html.append(
                """
                <tr id="%s"%s><th scope="row"><a href="#%1$s">%s</a></th>
                """
                        .formatted(
                                Html.escape(call.anchor()), sharing(at), Html.escape(call.name())));
        for (int column = 0; column < files.size(); column++) {
            if (continues(at, column)) continue;
            int span = 1;
            while (at + span < calls.size() && continues(at + span, column)) span++;
            String rows = span > 1 ? " rowspan=\"" + span + "\"" : "";
            String cell = cell(call.parts().get(column));
            html.append("<td data-label=\"%s\"%s>%s</td>\n".formatted(label(column), rows, cell));
        }
        html.append("</tr>\n");
    }

    /** In a narrow window the rows stand alone: the one without a cell says where its code is. */
    private String sharing(int at) {
        List<String> notes = new ArrayList<>();
        for (int column = 0; column < files.size(); column++) {
            int first = at;
            while (continues(first, column)) first--;
            String name = Html.escape(calls.get(first).name());
            if (first < at) notes.add(label(column) + ": the same lines as " + name);
        }
        return notes.isEmpty() ? "" : " data-shared=\"" + String.join("; ", notes) + "\"";
    }

    private String label(int column) {
        return Html.escape(Html.withoutTags(head.get(column + 1)));
    }

    private boolean continues(int at, int column) {
        return at > 0
                && calls.get(at).parts().get(column) instanceof Part.Code here
                && calls.get(at - 1).parts().get(column) instanceof Part.Code above
                && here.region().equals(above.region());
    }

    private static String cell(Part part) {
        return switch (part) {
            case Part.Words(String html) -> "<p>" + html + "</p>";
            case Part.Code(var region, var code, var file, var language) -> {
                String lines = lines(region, code);
                yield """
                        <pre class="tokens"><code data-lang="%s">%s</code></pre>\
                        <p class="where"><a href="%s#L%d">%3$s, %s</a></p>"""
                        .formatted(language, lines, file, region.from(), Weaver.lines(region));
            }
        };
    }

    /** Each line knows its indentation, so that what does not fit goes on further in. */
    private static String lines(Source.Region region, List<String> code) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < code.size(); i++) {
            String line = region.lines().get(i);
            int indent = line.length() - line.stripLeading().length();
            String span = "<span class=\"line\" style=\"--indent:%dch\">%s</span>\n";
            html.append(span.formatted(indent, code.get(i)));
        }
        return html.toString();
    }
}
