package course.similarity;

import course.script.Language;

import java.util.Map;
import java.util.Set;

/**
 * Takes a program's text apart without asking whether it is one: names are all alike, and so are
 * numbers, and strings; comments, layout, braces, imports and modifiers are as if they were not
 * there. Nothing is parsed, so nothing can fail to parse.
 */
final class Lexer {
    /** Nobody writes more for an exercise; what is beyond is not compared. */
    static final int MOST = 8_000;

    static final int NAME = -1;
    static final int NUMBER = -2;
    static final int STRING = -3;
    private static final int END = ';';

    /** Words that are no names, because the language means something by them. */
    private static final Map<Language, Set<String>> KEYWORDS = Map.of(
            Language.JAVA, words("if else for while do switch case default break continue return "
                    + "try catch finally throw throws new class interface enum record extends "
                    + "implements instanceof synchronized assert yield this super"),
            Language.C, words("if else for while do switch case default break continue return "
                    + "goto sizeof struct union enum typedef"),
            Language.PYTHON, words("def class if elif else for while break continue return try "
                    + "except finally raise with as lambda yield global nonlocal pass del in is "
                    + "not and or assert async await"));

    /** Words that one can add or leave and have the same program. */
    private static final Map<Language, Set<String>> DECORATION = Map.of(
            Language.JAVA, words("public private protected static final"),
            Language.C, words("static const volatile register extern inline"),
            Language.PYTHON, Set.of());

    private static final Set<String> LITERALS = words("true false null None True False NULL");
    private static final Set<String> IMPORTS = words("import package from");

    private final Language language;
    private final String text;
    private final Tokens.Growing tokens = new Tokens.Growing();
    private int at;
    private int depth;
    private int statement;

    private Lexer(Language language, String text) {
        this.language = language;
        this.text = text;
    }

    static Tokens tokens(Language language, String text) {
        Lexer lexer = new Lexer(language, text);
        while (lexer.at < text.length() && lexer.tokens.count() < MOST) lexer.next();
        lexer.lineEnds();
        return lexer.tokens.done();
    }

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }

    private boolean is(Language other) {
        return language == other;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n' && is(Language.PYTHON)) {
            lineEnds();
            at++;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '\\' && isNewLine(at + 1)) {
            at = lineEnd(at) + 1;
        } else if (isComment()) {
            comment();
        } else if (is(Language.C) && c == '#' && firstOfLine()) {
            directive();
        } else if (c == '"' || c == '\'') {
            string(at);
        } else if (isWordPart(at) && !Character.isDigit(c)) {
            word();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            sign(c);
        }
    }

    private boolean isNewLine(int i) {
        return text.startsWith("\n", i) || text.startsWith("\r\n", i);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private boolean firstOfLine() {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i--;
        return i < 0 || text.charAt(i) == '\n';
    }

    private boolean isComment() {
        if (is(Language.PYTHON)) return text.charAt(at) == '#';
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private void comment() {
        if (!is(Language.PYTHON) && text.charAt(at + 1) == '*') {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else {
            at = lineEnd(at);
        }
    }

    /** What is included is the same everywhere; the words of a definition count. */
    private void directive() {
        boolean define = text.substring(at, Math.min(text.length(), at + 16))
                .matches("(?s)#[ \t]*define\\b.*");
        at = define ? text.indexOf("define", at) + "define".length() : lineEnd(at);
    }

    /** @param from where its prefix begins, if it has one */
    private void string(int from) {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        boolean block = !is(Language.C) && text.startsWith(three, at)
                && (quote == '"' || is(Language.PYTHON));
        at += block ? 3 : 1;
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (block ? text.startsWith(three, at) : text.charAt(at) == quote) {
                at += block ? 3 : 1;
                break;
            } else if (!block && text.charAt(at) == '\n') {
                break;
            } else {
                at++;
            }
        }
        at = Math.min(at, text.length());
        // two that stand side by side are one
        if (tokens.endsWith(STRING) && !is(Language.JAVA)) tokens.stretch(at);
        else tokens.add(STRING, from, at);
    }

    /** Java reads {@code \\u0061} as a letter, and so do we. */
    private boolean isWordPart(int i) {
        return i < text.length() && (Character.isJavaIdentifierPart(text.charAt(i))
                || text.startsWith("\\u", i));
    }

    private void word() {
        int from = at;
        while (isWordPart(at)) at += text.charAt(at) == '\\' ? 2 : 1;
        String word = text.substring(from, at);
        boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (quoted && word.length() <= 2 && !is(Language.JAVA)) {
            string(from);
        } else if (IMPORTS.contains(word) && beginsStatement() && !is(Language.C)) {
            while (at < text.length() && !endsImport(text.charAt(at))) at++;
        } else if (KEYWORDS.get(language).contains(word)) {
            tokens.add(word.hashCode(), from, at);
        } else if (LITERALS.contains(word)) {
            tokens.add(NUMBER, from, at);
        } else if (!DECORATION.get(language).contains(word)) {
            tokens.add(NAME, from, at);
        }
    }

    private boolean beginsStatement() {
        return tokens.count() == statement || tokens.endsWith(END);
    }

    private boolean endsImport(char c) {
        return is(Language.JAVA) ? c == ';' : c == '\n' || c == ';';
    }

    private void number() {
        int from = at;
        while (at < text.length() && (isWordPart(at) || text.charAt(at) == '.')) at++;
        tokens.add(NUMBER, from, at);
    }

    private void sign(char c) {
        int from = at++;
        if ("([{".indexOf(c) >= 0) depth++;
        if (")]}".indexOf(c) >= 0) depth = Math.max(0, depth - 1);
        // braces round one statement are a matter of taste
        boolean brace = (c == '{' || c == '}') && !is(Language.PYTHON);
        if (c == '@' && !is(Language.PYTHON)) {
            while (isWordPart(at)) at++;
        } else if (c == END) {
            statementEnds();
        } else if (!brace) {
            tokens.add(c, from, at);
        }
    }

    /** In Python, unless something is still open. */
    private void lineEnds() {
        if (!is(Language.PYTHON) || depth > 0) return;
        statementEnds();
    }

    private void statementEnds() {
        boolean onlyText = is(Language.PYTHON) && tokens.count() == statement + 1
                && tokens.endsWith(STRING);
        if (onlyText) tokens.cutTo(statement);
        boolean empty = tokens.count() == statement || tokens.endsWith(END);
        boolean opens = is(Language.PYTHON) && tokens.endsWith(':');
        if (!empty && !opens) tokens.add(END, at - (is(Language.PYTHON) ? 0 : 1), at);
        statement = tokens.count();
    }
}
