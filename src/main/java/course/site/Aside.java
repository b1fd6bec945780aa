package course.site;

import course.script.Source;

import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a text that is meant for the lecturer: {@code // Notes: ask first}, or {@code //
 * Choices: the client, the server} for a question to the class.
 *
 * @param section the id of the section that it stands in; empty before the first
 * @param kind {@code Notes} or {@code Choices}
 * @param about the title in the next line, if that is one
 */
public record Aside(String section, String kind, String text, String about) {
    private static final Pattern LINE = Pattern.compile("// (Notes|Choices): (.+)");

    static List<Aside> of(Path text, Document document) {
        TreeMap<Integer, String> sections = new TreeMap<>(Map.of(0, ""));
        collect(document, sections);
        List<Aside> asides = new ArrayList<>();
        List<String> lines = Source.of(text).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = LINE.matcher(lines.get(i));
            if (!m.matches()) continue;
            String section = sections.floorEntry(i + 1).getValue();
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            String about = next.matches("\\.[^. ].*") ? next.substring(1) : "";
            asides.add(new Aside(section, m.group(1), m.group(2).strip(), about));
        }
        return asides;
    }

    private static void collect(StructuralNode parent, Map<Integer, String> sections) {
        for (StructuralNode block : parent.getBlocks()) {
            if (!(block instanceof Section section)) continue;
            if (section.getSourceLocation() != null) {
                sections.put(section.getSourceLocation().getLineNumber(), section.getId());
            }
            collect(section, sections);
        }
    }
}
