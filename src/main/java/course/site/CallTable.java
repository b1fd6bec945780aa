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

/**
 * The calls side by side. The text's table names them; here each cell becomes the region of that name, and calls
 * that are one and the same code in a language share a cell.
 */
final class CallTable {
    /** What one language has for one call. */
    private sealed interface Part {
        /** @param code HTML, line by line */
        record Code(Source.Region region, List<String> code, String file, String language) implements Part {}

        record Words(String html) implements Part {}
    }

    private record Call(String name, List<Part> parts) {}

    private final Press press;
    private final Consumer<String> problem;
    private final List<Path> files = new ArrayList<>();
    private final List<String> head;
    private final List<Call> calls = new ArrayList<>();

    CallTable(Table table, Path text, Press press, Consumer<String> problem) {
        this.press = press;
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
        String name = Html.withoutTags(row.getCells().getFirst().getText()).replace("()", "").strip();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Source source = Source.of(files.get(i));
            String words = row.getCells().get(i + 1).getText();
            parts.add(source.region(name).map(r -> code(source, r)).orElse(new Part.Words(words)));
        }
        if (parts.stream().allMatch(Part.Words.class::isInstance)) {
            problem.accept("no file of the table has a region \"" + name + "\"");
        }
        return new Call(name, parts);
    }

    private Part code(Source source, Source.Region region) {
        String language = Language.of(source.file()).map(Language::highlighted).orElse("text");
        List<String> code = press.highlight(language, region.withoutCallouts());
        return new Part.Code(region, code, source.file().getFileName().toString(), language);
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
        String id = "call-" + Html.escape(call.name());
        html.append("<tr id=\"").append(id).append('"').append(sharing(at)).append("><th scope=\"row\"><a href=\"#")
                .append(id).append("\">").append(Html.escape(call.name())).append("</a></th>\n");
        for (int column = 0; column < files.size(); column++) {
            if (continues(at, column)) continue;
            int span = 1;
            while (at + span < calls.size() && continues(at + span, column)) span++;
            html.append("<td data-label=\"").append(label(column)).append('"')
                    .append(span > 1 ? " rowspan=\"" + span + "\">" : ">")
                    .append(cell(call.parts().get(column))).append("</td>\n");
        }
        html.append("</tr>\n");
    }

    /** In a narrow window the rows stand alone; then the one without a cell says where its code is. */
    private String sharing(int at) {
        List<String> notes = new ArrayList<>();
        for (int column = 0; column < files.size(); column++) {
            int first = at;
            while (continues(first, column)) first--;
            if (first < at) notes.add(label(column) + ": the same lines as " + Html.escape(calls.get(first).name()));
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
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < code.size(); i++) {
                    String line = region.lines().get(i);
                    int indent = line.length() - line.stripLeading().length();
                    lines.append("<span class=\"line\" style=\"--indent:%dch\">%s</span>\n".formatted(indent, code.get(i)));
                }
                yield """
                        <pre class="rouge"><code data-lang="%s">%s</code></pre>\
                        <p class="where"><a href="%s#L%d">%3$s, %s</a></p>"""
                        .formatted(language, lines, file, region.from(), Weaver.lines(region));
            }
        };
    }
}
