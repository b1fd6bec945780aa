package course.site;

import course.script.Language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code as HTML, with a class on each token that has a colour. It knows only as much of the three
 * languages as colours need, and starts at once: a highlighter for all languages took a third of
 * the time in which the site is made.
 */
final class Tokens {
    private static final String STRING =
            "\"(?:[^\"\\\\\\n]++|\\\\[\\s\\S])*+\"?|'(?:[^'\\\\\\n]++|\\\\[\\s\\S])*+'?";
    private static final String NUMBER =
            "\\b(?:0[xXbBoO][0-9a-fA-F_]+|\\d[\\d_]*+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\w*";
    private static final String WORD = "[\\p{L}_$][\\w$]*+";
    private static final String OPERATOR = "[-+*/%=<>!&|^~?:]+";

    private static final Set<String> C_WORDS =
            words(
                    "auto break case const continue default do else enum extern for goto if inline"
                            + " register restrict return sizeof static struct switch typedef union"
                            + " volatile while _Atomic _Alignas _Noreturn _Static_assert NULL true"
                            + " false");
    private static final Set<String> C_TYPES =
            words("bool char double float int long short signed unsigned void FILE");
    private static final Set<String> JAVA_WORDS =
            words(
                    "abstract assert break case catch class continue default do else enum extends"
                            + " final finally for if implements import instanceof interface module"
                            + " native new package permits private protected public record return"
                            + " sealed static super switch synchronized this throw throws transient"
                            + " try var volatile when while yield true false null");
    private static final Set<String> JAVA_TYPES =
            words("boolean byte char double float int long short void");
    private static final Set<String> PYTHON_WORDS =
            words(
                    "False None True and as assert async await break case class continue def del"
                            + " elif else except finally for from global if import in is lambda"
                            + " match nonlocal not or pass raise return try while with yield");
    private static final Set<String> PYTHON_TYPES =
            words("bool bytearray bytes dict float int list memoryview object set str tuple");

    /** In the order of the groups below; nothing for a word, which may be many things. */
    private static final List<String> CLASSES = List.of("c", "cp", "s", "m", "", "o");

    private static final Tokens C =
            new Tokens(
                    "//[^\\n]*|/\\*[\\s\\S]*?\\*/",
                    "(?m:^)[ \\t]*#[ \\t]*\\w+(?:[ \\t]*<[^>\\n]+>)?",
                    STRING,
                    C_WORDS,
                    C_TYPES);
    private static final Tokens JAVA =
            new Tokens(
                    "//[^\\n]*|/\\*[\\s\\S]*?\\*/",
                    "@(?!interface\\b)\\w+",
                    "\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\"|" + STRING,
                    JAVA_WORDS,
                    JAVA_TYPES);
    private static final Tokens PYTHON =
            new Tokens(
                    "#[^\\n]*",
                    "(?m:^)[ \\t]*@[\\w.]+",
                    "\\b[rbfuRBFU]{0,2}(?:\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''|" + STRING + ")"
                            + "|\"\"\"[\\s\\S]*?\"\"\"|" + STRING,
                    PYTHON_WORDS,
                    PYTHON_TYPES);

    private final Pattern token;
    private final Set<String> words;
    private final Set<String> types;

    private Tokens(
            String comment, String directive, String string, Set<String> words, Set<String> types) {
        this.token =
                Pattern.compile(
                        "(%s)|(%s)|(%s)|(%s)|(%s)|(%s)"
                                .formatted(comment, directive, string, NUMBER, WORD, OPERATOR));
        this.words = words;
        this.types = types;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ")));
    }

    /** Line by line; no markup reaches over the end of a line. */
    static List<String> html(Language language, List<String> code) {
        Tokens tokens =
                switch (language) {
                    case C -> C;
                    case JAVA -> JAVA;
                    case PYTHON -> PYTHON;
                };
        return List.of(tokens.html(String.join("\n", code)).split("\n", -1));
    }

    private String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher m = token.matcher(code);
        int done = 0;
        while (m.find()) {
            html.append(Html.escape(code.substring(done, m.start())));
            append(html, kind(m, code), m.group());
            done = m.end();
        }
        return html.append(Html.escape(code.substring(done))).toString();
    }

    private String kind(Matcher m, String code) {
        int group = 1;
        while (m.start(group) < 0) group++;
        String kind = CLASSES.get(group - 1);
        return kind.isEmpty() ? word(m.group(), code, m.end()) : kind;
    }

    private String word(String word, String code, int end) {
        if (words.contains(word)) return "k";
        if (types.contains(word) || word.endsWith("_t")) return "kt";
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        if (shouted) return "no";
        if (Character.isUpperCase(word.charAt(0))) return "nc";
        return end < code.length() && code.charAt(end) == '(' ? "nf" : "";
    }

    private static void append(StringBuilder html, String kind, String text) {
        String escaped = Html.escape(text);
        if (kind.isEmpty()) {
            html.append(escaped);
            return;
        }
        String open = "<span class=\"" + kind + "\">";
        html.append(open).append(escaped.replace("\n", "</span>\n" + open)).append("</span>");
    }
}
