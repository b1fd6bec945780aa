package course.grade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.similarity.Pair;
import course.similarity.Passage;
import course.similarity.Work;
import java.util.List;

/** Pairs of programs side by side, with what they share marked in both. */
final class LikenessPage {
    /** Of an exercise; JSON has all that were found. */
    static final int SHOWN = 25;

    private static final int COLOURS = 5;
    private static final int MOST_LINES = 1_500;

    private LikenessPage() {}

    static String of(Likeness likeness) {
        Page page = new Page("Similar programs: " + likeness.title());
        page.paragraph("", compared(likeness));
        page.paragraph("faint", """
                A share is of what is a program's own: the skeleton and the programs of the \
                lectures up to this one are left out. Names, numbers, texts, comments and layout \
                do not count. Parts with the same number are alike; a number leads to the other \
                side. A share is a reason to read, and proves nothing: in a small exercise, \
                programs of people who never met resemble each other.""");
        List<Pair> pairs = shown(likeness);
        for (int i = 0; i < pairs.size(); i++) pair(page, i + 1, pairs.get(i));
        return page.html();
    }

    /** In the page of the class. */
    static void summary(Page page, List<Likeness> all) {
        if (all.isEmpty()) return;
        page.heading("Similar programs");
        for (Likeness likeness : all) {
            page.add("<h3>" + Page.text(likeness.title()) + "</h3>");
            page.paragraph("faint", compared(likeness));
            List<Pair> pairs = shown(likeness);
            if (pairs.isEmpty()) continue;
            page.add("<table>");
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                page.add("""
                        <tr><td class="number">%d %%</td><td>%s</td>\
                        <td class="number">%d %%</td><td>%s</td>\
                        <td><a href="similarity/%s.html#pair-%d">side by side</a></td></tr>"""
                        .formatted(pair.left().percent(), who(pair.left().work()),
                                pair.right().percent(), who(pair.right().work()),
                                likeness.name(), i + 1));
            }
            page.add("</table>");
        }
    }

    private static List<Pair> shown(Likeness likeness) {
        return likeness.found().pairs().stream().limit(SHOWN).toList();
    }

    private static String compared(Likeness likeness) {
        int pairs = likeness.found().pairs().size();
        int tooShort = likeness.found().tooShort();
        return "%d compared, %s%s%s".formatted(likeness.found().compared(),
                pairs == 0 ? "no pair resembles" : pairs + (pairs == 1 ? " pair" : " pairs"),
                pairs > SHOWN ? ", the first " + SHOWN + " shown" : "",
                tooShort == 0 ? "" : "; " + tooShort + " with too little of their own");
    }

    private static String who(Work work) {
        return Page.text(String.join(", ", work.students()));
    }

    private static void pair(Page page, int number, Pair pair) {
        page.add("<section id=\"pair-%d\"><h2>%s %d %%, %s %d %%</h2>\n<div class=\"pair\">"
                .formatted(number, who(pair.left().work()), pair.left().percent(),
                        who(pair.right().work()), pair.right().percent()));
        side(page, pair.left(), number + "l", number + "r");
        side(page, pair.right(), number + "r", number + "l");
        page.add("</div></section>");
    }

    private static void side(Page page, Pair.Side side, String here, String there) {
        String text = side.work().text();
        int end = end(text);
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Passage p : side.passages()) {
            if (p.to() > end) break;
            marked.append(lines(text.substring(at, p.from())));
            marked.append("<mark class=\"m%d\" id=\"p%s-%d\"><a href=\"#p%s-%3$d\">%3$d</a> "
                    .formatted(p.number() % COLOURS, here, p.number(), there));
            marked.append(lines(text.substring(p.from(), p.to()))).append("</mark>");
            at = p.to();
        }
        marked.append(lines(text.substring(at, end)));
        if (end < text.length()) marked.append("\u2026");
        page.add("<div><h3>%s: %s</h3><pre>%s</pre></div>"
                .formatted(who(side.work()), Page.text(side.work().file()), marked));
    }

    /** Where what is shown of a text ends. */
    private static int end(String text) {
        int end = 0;
        for (int line = 0; line < MOST_LINES; line++) {
            end = text.indexOf('\n', end) + 1;
            if (end == 0) return text.length();
        }
        return end;
    }

    private static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(Page.text(line));
        }
        return lines.toString();
    }

    static ArrayNode json(List<Likeness> all) {
        ArrayNode root = Json.object().arrayNode();
        for (Likeness likeness : all) {
            ObjectNode node = root.addObject();
            node.put("exercise", likeness.exercise().name());
            node.put("language", likeness.language().option());
            node.put("compared", likeness.found().compared());
            node.put("tooShort", likeness.found().tooShort());
            ArrayNode pairs = node.putArray("pairs");
            for (Pair pair : likeness.found().pairs()) {
                ObjectNode one = pairs.addObject().put("tokens", pair.tokens());
                json(one.putObject("left"), pair.left());
                json(one.putObject("right"), pair.right());
            }
        }
        return root;
    }

    private static void json(ObjectNode node, Pair.Side side) {
        ArrayNode students = node.putArray("students");
        side.work().students().forEach(students::add);
        node.put("percent", side.percent());
        ArrayNode passages = node.putArray("passages");
        for (Passage p : side.passages()) {
            passages.addObject().put("number", p.number())
                    .put("fromLine", line(side.work().text(), p.from()))
                    .put("toLine", line(side.work().text(), p.to()));
        }
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
