package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * What a stranger's program said, made fit to be shown: a terminal obeys some characters instead of
 * printing them, and some turn the text around or hide in it.
 */
public final class Quoted {
    private static final String CUT = " \u2026";

    private Quoted() {}

    /** All of a text, in one line. */
    static String all(String text) {
        return line(text, text.length());
    }

    /** One line of text, at most {@code length} characters of it. */
    public static String line(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(length).forEach(c -> shown.append(visible(c)));
        return text.codePointCount(0, text.length()) > length ? shown + CUT : shown.toString();
    }

    /** Several lines. */
    public static String lines(String text, int count, int length) {
        StringBuilder shown = new StringBuilder();
        text.lines().limit(count)
                .forEach(l -> shown.append(shown.isEmpty() ? "" : "\n").append(line(l, length)));
        return text.lines().count() > count ? shown + "\n" + CUT.strip() : shown.toString();
    }

    /**
     * Bytes as a string literal: {@code "hello Ada\n"}; what is not UTF-8 is shown as {@code \xNN}.
     */
    public static String bytes(byte[] bytes) {
        StringBuilder shown = new StringBuilder("\"");
        for (int at = 0; at < bytes.length; ) {
            int length = sequence(bytes, at);
            if (length == 0) shown.append("\\x%02x".formatted(bytes[at++] & 0xff));
            else {
                int c = new String(bytes, at, length, UTF_8).codePointAt(0);
                shown.append(escaped(c));
                at += length;
            }
        }
        return shown.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            default -> c < 0x20 || c == 0x7f ? "\\x%02x".formatted(c) : visible(c);
        };
    }

    /** How many bytes from here are one character of UTF-8; 0 if these are none. */
    private static int sequence(byte[] bytes, int at) {
        for (int length = 1; length <= 4 && at + length <= bytes.length; length++) {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
                return length;
            } catch (CharacterCodingException notYet) {
                // one byte more may complete it
            }
        }
        return 0;
    }

    private static String visible(int c) {
        if (c == '\t') return " ";
        if (c < 0x20) return Character.toString(0x2400 + c);
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> "\ufffd";
            default -> Character.toString(c);
        };
    }
}
