package course.grade;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as it stands in a file: what its cells say, and at which bytes, so that some can be
 * changed and no other byte is. How it is quoted, ended and encoded is its author's choice.
 */
final class Csv {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final Pattern FORMULA =
            Pattern.compile("\\s*[=+@-].*|[\t\r].*", Pattern.DOTALL);

    private final byte[] bytes;
    private final Charset charset;
    private final byte separator;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * What stands in a row between two separators.
     *
     * @param from of its bytes, without the quotes
     */
    record Cell(String text, int from, int to) {}

    /** It is no table. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    private Csv(byte[] bytes) throws Unreadable {
        this.bytes = bytes;
        for (byte b : bytes) if (b == 0) throw new Unreadable("is not UTF-8");
        boolean marked = Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length));
        int begin = marked ? MARK.length : 0;
        charset = charset(bytes);
        separator = separator(begin);
        int at = begin;
        while (at < bytes.length) at = row(at);
    }

    static Csv of(byte[] bytes) throws Unreadable {
        return new Csv(bytes);
    }

    List<List<Cell>> rows() {
        return rows;
    }

    /** @param texts what is to stand in some of the cells: plain ASCII that needs no quotes */
    byte[] with(Map<Cell, String> texts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = 0;
        for (Cell cell : texts.keySet().stream()
                .sorted(Comparator.comparingInt(Cell::from)).toList()) {
            all.write(bytes, at, cell.from() - at);
            all.writeBytes(texts.get(cell).getBytes(StandardCharsets.US_ASCII));
            at = cell.to();
        }
        all.write(bytes, at, bytes.length - at);
        return all.toByteArray();
    }

    /** A row of our own, in which no cell is a formula to a spreadsheet. */
    static String line(Object... cells) {
        return Arrays.stream(cells).map(c -> quoted(harmless(String.valueOf(c))))
                .collect(Collectors.joining(",")) + "\r\n";
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c < 0x20);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    /** The one of which there are most in the heading. */
    private byte separator(int begin) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = begin; i < bytes.length && (quoted || !ends(bytes[i])); i++) {
            if (bytes[i] == '"') quoted = !quoted;
            else if (!quoted && bytes[i] > 0) counts[bytes[i]]++;
        }
        byte most = ',';
        for (byte b : new byte[] {';', '\t'}) if (counts[b] > counts[most]) most = b;
        return most;
    }

    private static boolean ends(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Reads a row and answers where the next one begins. */
    private int row(int begin) throws Unreadable {
        List<Cell> row = new ArrayList<>();
        rows.add(row);
        int at = begin;
        while (true) {
            at = cell(row, at);
            if (at == bytes.length) return at;
            byte b = bytes[at++];
            if (b == separator) continue;
            boolean two = b == '\r' && at < bytes.length && bytes[at] == '\n';
            return two ? at + 1 : at;
        }
    }

    /** Reads a cell and answers where it ends. */
    private int cell(List<Cell> row, int begin) throws Unreadable {
        if (begin < bytes.length && bytes[begin] == '"') return quoted(row, begin + 1);
        int end = begin;
        while (end < bytes.length && bytes[end] != separator && !ends(bytes[end])) end++;
        row.add(new Cell(text(begin, end), begin, end));
        return end;
    }

    private int quoted(List<Cell> row, int begin) throws Unreadable {
        for (int at = begin; at < bytes.length; at++) {
            if (bytes[at] != '"') continue;
            boolean twice = at + 1 < bytes.length && bytes[at + 1] == '"';
            if (twice) {
                at++;
                continue;
            }
            boolean over = at + 1 == bytes.length || bytes[at + 1] == separator
                    || ends(bytes[at + 1]);
            if (!over) break;
            row.add(new Cell(text(begin, at).replace("\"\"", "\""), begin, at));
            return at + 1;
        }
        throw new Unreadable("has a quotation in row " + rows.size() + " that does not end");
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, charset);
    }
}
