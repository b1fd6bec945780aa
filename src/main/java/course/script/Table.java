package course.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A table of {@code lectures/}, its columns separated by tabs.
 *
 * @param rows by their first column
 * @param faults what is no proper row
 */
record Table(Path file, SequencedMap<String, Row> rows, List<Fault> faults) {
    /** @param line counted from 1 */
    record Row(int line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static Table of(Path file) {
        List<String> lines = Source.of(file).lines();
        String[] columns = lines.getFirst().split("\t");
        Table table = new Table(file, new LinkedHashMap<>(), new ArrayList<>());
        for (int i = 1; i < lines.size(); i++) table.add(i + 1, columns, lines.get(i));
        return table;
    }

    private void add(int line, String[] columns, String text) {
        String[] cells = text.split("\t", -1);
        if (cells.length != columns.length) {
            String counted = cells.length + " columns instead of " + columns.length;
            faults.add(new Fault(file, line, counted));
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.length, columns.length); i++) {
            row.put(columns[i], cells[i]);
        }
        if (rows.putIfAbsent(cells[0], new Row(line, row)) != null) {
            faults.add(new Fault(file, line, cells[0] + " stands here twice"));
        }
    }
}
