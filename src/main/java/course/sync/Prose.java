package course.sync;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a table of ours as AsciiDoc, which must not take them for anything else. */
final class Prose {
    private static final Pattern PARTS = Pattern.compile("`([^`]+)`|[^`]+");
    private static final Pattern RISKY =
            Pattern.compile(
                    "[*#^~{}\\\\@`]|&\\w+;|\\+\\S|\\S\\+|(?<!\\w)_|_(?!\\w)|\\(\\(|\\[\\[|<<"
                            + "|[-=]>|<[-=]|--|::|://|:\\S*\\[|\\((?:C|R|TM)\\)");

    private Prose() {}

    /** Code between backticks stays code; everything else is what it says. */
    static String of(String words) {
        StringBuilder text = new StringBuilder();
        Matcher part = PARTS.matcher(words);
        while (part.find()) {
            String code = part.group(1);
            text.append(code == null ? plain(part.group()) : "`" + literal(code) + "`");
        }
        return text.toString();
    }

    /** The same within a table, where a bar would begin the next cell. */
    static String inCell(String words) {
        return of(words).replace("|", "\\|");
    }

    private static String plain(String text) {
        return Stream.of(text.split(" ", -1))
                .map(word -> RISKY.matcher(word).find() ? literal(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String literal(String text) {
        return text.contains("+") ? "pass:c[" + text.replace("]", "\\]") + "]" : "+" + text + "+";
    }
}
