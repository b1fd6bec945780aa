package course.script;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What we have to say of the slides: a row of one of the tables, told in one of the lectures.
 *
 * @param id {@code 86}, {@code ER-78} or {@code Q3}
 * @param slides the units that it is about; a whole slide stands for all of its units
 */
public record Remark(Kind kind, String id, List<String> slides, Table.Row row) {
    /** The tables; in the texts, the anchors say where a row of theirs is told. */
    public enum Kind {
        CLAIM("claims.tsv", "\\[\\.claim,id=claim-(\\d+),.*", "claim ", "settled"),
        ERRATUM("errata.tsv", "\\[\\[(ER-\\d+)]]", "", "told"),
        QUESTION("questions.tsv", "\\[#(Q\\d+)(?:%collapsible)?]", "", "answered");

        private final String table;
        private final Pattern anchor;
        private final String called;
        private final String told;

        Kind(String table, String anchor, String called, String told) {
            this.table = table;
            this.anchor = Pattern.compile(anchor);
            this.called = called;
            this.told = told;
        }

        Path table(Course course) {
            return course.root().resolve("lectures").resolve(table);
        }

        Pattern anchor() {
            return anchor;
        }

        /** {@code claim 86}, {@code ER-78} */
        String called(String id) {
            return called + id;
        }

        /** What a text does to it. */
        String told() {
            return told;
        }
    }

    static Remark of(Kind kind, String id, Table.Row row) {
        return new Remark(kind, id, List.of(row.get("slides").split(" ")), row);
    }

    /** As it is known outside of its table: {@code claim 86}. */
    public String name() {
        return kind.called(id);
    }

    /** Its place in a text: {@code claim-86}. */
    public String anchor() {
        return name().replace(' ', '-');
    }

    public boolean concerns(Unit unit) {
        return slides.contains(unit.id()) || slides.contains(unit.slideId());
    }

    public String get(String column) {
        return row.get(column);
    }
}
