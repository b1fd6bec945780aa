package course.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The slides behind the lectures: their units, the claims in them, their errata, and where each has
 * its home. The tables in {@code lectures/} say what there is; where it is told stands only in the
 * texts and scripts themselves.
 */
public final class Syllabus {
    private static final Pattern CLAIM =
            Pattern.compile("\\[\\.claim,id=claim-(\\d+),verdict=([a-z]+),by=\"?([\\w ]+)\"?]");
    private static final Pattern ERRATUM = Pattern.compile("\\[\\[(ER-\\d+)]]");

    private final List<String> faults = new ArrayList<>();
    private final Course course;
    private final Map<String, Map<String, String>> units;
    private final Map<String, Map<String, String>> claims;
    private final Map<String, Map<String, String>> errata;
    private final Map<String, Map<String, String>> plan;

    private Syllabus(Course course) {
        this.course = course;
        units = table("slides.tsv");
        claims = table("claims.tsv");
        errata = table("errata.tsv");
        plan = table("plan.tsv");
    }

    /**
     * Everything that is not as the tables want it, as {@code file:line: message}; empty is good.
     */
    public static List<String> faults(Course course) {
        Syllabus syllabus = new Syllabus(course);
        Map<String, String> homes = syllabus.homes();
        for (Lecture lecture : course.lectures()) {
            syllabus.marks(lecture);
            syllabus.claimsOf(lecture, homes);
            syllabus.errataOf(lecture, homes);
        }
        return syllabus.faults;
    }

    /** The lecture of each unit; a unit without one, with two, or of no slide, is a fault. */
    private Map<String, String> homes() {
        Map<String, String> homes = new HashMap<>();
        for (Lecture lecture : course.lectures()) {
            if (plan.containsKey(lecture.name())) {
                fault(lecture.text(), 1, "is written, and still waits in plan.tsv");
            }
            for (String id : lecture.slides()) settle(id, lecture.name(), lecture.text(), homes);
        }
        plan.forEach((name, row) -> {
            for (String id : row.get("slides").split(" ")) {
                for (String unit : unitsOf(id)) settle(unit, name, file("plan.tsv"), homes);
            }
        });
        for (String unit : units.keySet()) {
            if (!homes.containsKey(unit))
                fault(file("slides.tsv"), 1, unit + " has no home in any lecture");
        }
        return homes;
    }

    /** The plan may name a whole slide: E-37 is E-37a and all that follow it. */
    private List<String> unitsOf(String id) {
        if (units.containsKey(id)) return List.of(id);
        List<String> all = units.keySet().stream().filter(u -> u.matches(id + "[a-z]")).toList();
        return all.isEmpty() ? List.of(id) : all;
    }

    private void settle(String unit, String lecture, Path where, Map<String, String> homes) {
        if (!units.containsKey(unit))
            fault(where, 1, "there is no unit " + unit + " in slides.tsv");
        String other = homes.put(unit, lecture);
        if (other != null)
            fault(where, 1, unit + " is at home twice: in " + other + " and in " + lecture);
    }

    /** What the scripts say they mirror and test must exist. */
    private void marks(Lecture lecture) {
        for (Program program : lecture.programs()) {
            for (String unit : program.slides()) {
                if (!units.containsKey(unit))
                    fault(program.file(), 1, "there is no unit " + unit + " in slides.tsv");
            }
            for (int claim : program.claims()) {
                if (!claims.containsKey(String.valueOf(claim)))
                    fault(program.file(), 1, "there is no claim " + claim);
            }
        }
    }

    private void claimsOf(Lecture lecture, Map<String, String> homes) {
        Set<String> settled = new LinkedHashSet<>();
        List<String> lines = Source.of(lecture.text()).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = CLAIM.matcher(lines.get(i));
            if (!m.matches()) {
                if (lines.get(i).startsWith("[.claim"))
                    fault(lecture.text(), i + 1, "not a claim: " + lines.get(i));
                continue;
            }
            String id = m.group(1);
            if (!settled.add(id)) fault(lecture.text(), i + 1, "claim " + id + " is settled twice");
            Map<String, String> claim = claims.get(id);
            if (claim == null) {
                fault(lecture.text(), i + 1, "there is no claim " + id);
                continue;
            }
            if (!m.group(2).equals(claim.get("verdict"))) {
                fault(
                        lecture.text(),
                        i + 1,
                        "claim "
                                + id
                                + " is "
                                + claim.get("verdict")
                                + " in claims.tsv, "
                                + m.group(2)
                                + " here");
            }
            for (String name : m.group(3).split(" "))
                by(lecture, i + 1, name, Integer.parseInt(id));
        }
        claims.forEach((id, claim) -> {
            boolean here = lecture.name().equals(homes.get(first(claim)));
            if (here != settled.contains(id)) {
                fault(
                        lecture.text(),
                        1,
                        here
                                ? "claim " + id + " is not settled"
                                : "claim " + id + " is at home elsewhere");
            }
        });
    }

    /** A script that settles a claim says so itself. */
    private void by(Lecture lecture, int line, String name, int claim) {
        boolean shown =
                lecture.programs().stream()
                        .anyMatch(p ->
                                p.file()
                                                .getFileName()
                                                .toString()
                                                .replaceFirst("\\..*", "")
                                                .equals(name)
                                        && p.claims().contains(claim));
        if (!shown)
            fault(
                    lecture.text(),
                    line,
                    "no program " + name + " here says \"Claims: " + claim + "\"");
    }

    private void errataOf(Lecture lecture, Map<String, String> homes) {
        Set<String> told = new LinkedHashSet<>();
        List<String> lines = Source.of(lecture.text()).lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = ERRATUM.matcher(lines.get(i));
            while (m.find()) {
                if (!errata.containsKey(m.group(1)))
                    fault(lecture.text(), i + 1, "there is no erratum " + m.group(1));
                if (!told.add(m.group(1)))
                    fault(lecture.text(), i + 1, m.group(1) + " is told twice");
            }
        }
        errata.forEach((id, erratum) -> {
            boolean here = lecture.name().equals(homes.get(first(erratum)));
            if (here != told.contains(id)) {
                fault(lecture.text(), 1, here ? id + " is not told" : id + " is at home elsewhere");
            }
        });
    }

    /** A claim or an erratum is at home where the first unit that it names is. */
    private String first(Map<String, String> row) {
        return unitsOf(row.get("slides").split(" ")[0]).getFirst();
    }

    private void fault(Path file, int line, String message) {
        faults.add(course.root().relativize(file) + ":" + line + ": " + message);
    }

    private Path file(String name) {
        return course.root().resolve("lectures").resolve(name);
    }

    /** The rows by their first column. */
    private Map<String, Map<String, String>> table(String name) {
        List<String> lines = Source.of(file(name)).lines();
        List<String> columns = List.of(lines.getFirst().split("\t"));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < columns.size() && c < cells.length; c++)
                row.put(columns.get(c), cells[c]);
            if (cells.length != columns.size())
                fault(file(name), i + 1, cells.length + " columns instead of " + columns.size());
            if (rows.put(cells[0], row) != null)
                fault(file(name), i + 1, cells[0] + " stands here twice");
        }
        return rows;
    }
}
