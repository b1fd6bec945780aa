package course.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A listing block of a text: its attributes and the lines between its fences.
 *
 * @param attributeLine where the attributes stand, an index from 0
 * @param from index of the first line inside
 * @param to index of the closing fence
 */
record Block(Map<String, String> attributes, int attributeLine, int from, int to) {
    private static final String FENCE = "----";

    /** All blocks that begin with {@code [source,…]}. */
    static List<Block> in(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith("[source,") || !line.endsWith("]")) continue;
            int open = i + 1;
            if (open < lines.size() && lines.get(open).startsWith(".")) open++;
            if (open >= lines.size() || !lines.get(open).equals(FENCE)) continue;
            int close = open + 1;
            while (close < lines.size() && !lines.get(close).equals(FENCE)) close++;
            blocks.add(new Block(attributes(line), i, open + 1, close));
            i = close;
        }
        return blocks;
    }

    private static Map<String, String> attributes(String line) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String part : line.substring(1, line.length() - 1).split(",")) {
            String[] pair = part.split("=", 2);
            attributes.put(
                    pair[0].strip(), pair.length == 2 ? pair[1].replace("\"", "").strip() : "");
        }
        return attributes;
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String get(String attribute) {
        return attributes.get(attribute);
    }

    List<String> inside(List<String> lines) {
        return List.copyOf(lines.subList(from, to));
    }
}
