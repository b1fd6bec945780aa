package course.grade;

import course.check.Quoted;
import course.grade.Csv.Cell;
import course.script.Complaint;
import course.script.Course;
import course.submit.Roster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The instructor's own gradebook, as Canvas or Moodle exported it. Points are written into its
 * cells, and every other byte stays as it is. Nobody is guessed: who is in no row, or may be in
 * two, is named instead.
 */
public final class Gradebook {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)?\\((\\d+)\\)\\s*");
    private static final Pattern PARTICIPANT = Pattern.compile("\\D+(\\d+)");
    private static final int LONGEST = 80;

    private final String file;
    private final Csv csv;
    private final List<Cell> heading;
    private final Plan plan;

    /**
     * What its columns are.
     *
     * @param first the row of the first student
     * @param number the column of the numbers that only the LMS knows
     * @param logins those in which an id, login or address may stand
     * @param names those that make up the name
     * @param marks those that may be filled
     * @param ceilings the row that has the most points of each column
     * @param ceiling the column that has the most points of each row
     * @param locked the column that says whether a row may be filled
     */
    private record Plan(int first, OptionalInt number, Set<Integer> logins, List<Integer> names,
            Set<Integer> marks, OptionalInt ceilings, OptionalInt ceiling, OptionalInt locked) {}

    /**
     * What became of it.
     *
     * @param written how many cells have other points now
     * @param same how many had them before
     * @param remarks what was not done, and why: one line each
     */
    public record Filled(byte[] bytes, int written, int same, List<String> remarks) {}

    private Gradebook(String file, Csv csv) throws Csv.Unreadable {
        this.file = file;
        this.csv = csv;
        if (csv.rows().size() < 2) throw new Csv.Unreadable("has no rows");
        heading = csv.rows().getFirst();
        plan = isCanvas() ? canvas() : moodle();
    }

    public static Gradebook of(Path file) {
        try {
            return new Gradebook(Course.shown(file), Csv.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw Complaint.usage("--gradebook: cannot read " + Course.shown(file));
        } catch (Csv.Unreadable e) {
            throw Complaint.usage("--gradebook: " + Course.shown(file) + " " + e.getMessage());
        }
    }

    private boolean isCanvas() {
        return heading.size() > 3 && heading.get(0).text().contains("Student")
                && heading.get(1).text().contains("ID")
                && column(h -> h.contains("Section")).isPresent();
    }

    private OptionalInt column(Predicate<String> title) {
        return columns(title).stream().mapToInt(i -> i).findFirst();
    }

    private List<Integer> columns(Predicate<String> title) {
        return IntStream.range(0, heading.size())
                .filter(i -> title.test(heading.get(i).text().strip())).boxed().toList();
    }

    /** A column without Canvas's own number would become a new assignment there. */
    private Plan canvas() {
        int section = column(h -> h.contains("Section")).orElseThrow();
        Set<Integer> marks = new TreeSet<>(columns(h -> NUMBERED.matcher(h).matches()));
        marks.removeIf(c -> c <= section);
        int ceilings = 1;
        while (ceilings < Math.min(4, csv.rows().size())
                && !text(ceilings, 0).contains("Points Possible")) ceilings++;
        boolean told = ceilings < Math.min(4, csv.rows().size());
        return new Plan(told ? ceilings + 1 : 1, OptionalInt.of(1),
                new TreeSet<>(columns(h -> h.matches("SIS (User|Login) ID|Integration ID"))),
                List.of(0), marks, told ? OptionalInt.of(ceilings) : OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty());
    }

    /** In Moodle the titles are in its user's language, so what stands below them says more. */
    private Plan moodle() throws Csv.Unreadable {
        boolean numbered = all(0, c -> PARTICIPANT.matcher(c).matches());
        Set<Integer> logins = new TreeSet<>(columns(h ->
                h.toLowerCase(Locale.ROOT).matches("id number|username|email( address)?")));
        for (int c = 0; c < heading.size(); c++) if (all(c, t -> t.matches("\\S+@\\S+"))) {
            logins.add(c);
        }
        if (!numbered && logins.isEmpty()) {
            throw new Csv.Unreadable("is no gradebook of Canvas or Moodle: no column tells who"
                    + " somebody is");
        }
        List<Integer> names = columns(h -> h.equals("Full name"));
        if (names.isEmpty()) names = columns(h -> h.matches("First name|Surname|Last name"));
        Set<Integer> marks = new TreeSet<>();
        for (int c = numbered ? 1 : 0; c < heading.size(); c++) {
            if (!logins.contains(c) && !names.contains(c)) marks.add(c);
        }
        return new Plan(1, numbered ? OptionalInt.of(0) : OptionalInt.empty(), logins, names,
                marks, OptionalInt.empty(), column(h -> h.equals("Maximum Grade")),
                column(h -> h.equals("Grade can be changed")));
    }

    /** Whether all cells below this title are like that, as far as anything stands there. */
    private boolean all(int column, Predicate<String> like) {
        List<String> cells = IntStream.range(1, csv.rows().size())
                .mapToObj(r -> text(r, column)).filter(t -> !t.isEmpty()).toList();
        return !cells.isEmpty() && cells.stream().allMatch(like);
    }

    private String text(int row, int column) {
        List<Cell> cells = csv.rows().get(row);
        return column < cells.size() ? cells.get(column).text().strip() : "";
    }

    /** @param title of the column for all points of a student; else each exercise has its own */
    public Filled with(SchoolClass all, Optional<String> title) {
        return new Filling(all).fill(title);
    }

    /** One run through a class. */
    private final class Filling {
        private final SchoolClass all;
        private final Map<Cell, String> texts = new LinkedHashMap<>();
        private final List<String> remarks = new ArrayList<>();
        private int same;

        Filling(SchoolClass all) {
            this.all = all;
        }

        Filled fill(Optional<String> title) {
            Map<String, Integer> rows = rows();
            if (title.isPresent()) {
                column(title.get(), c -> c.equals(title.get())
                        || c.replaceFirst("\\s*\\(\\d+\\)$", "").equals(title.get()))
                        .ifPresent(c -> fill(c, all.graded(), rows));
            } else {
                Map<String, List<Graded>> exercises = new TreeMap<>();
                all.graded().forEach(g -> exercises.computeIfAbsent(
                        g.handed().exercise(), e -> new ArrayList<>()).add(g));
                exercises.forEach((name, graded) -> own(name, exercises.size())
                        .ifPresent(c -> fill(c, graded, rows)));
            }
            return new Filled(csv.with(texts), texts.size(), same, List.copyOf(remarks));
        }

        private void remark(String what) {
            remarks.add(file + ": " + what);
        }

        /** A worksheet of Moodle is for one assignment, and does not say for which. */
        private OptionalInt own(String exercise, int exercises) {
            boolean worksheet = Gradebook.this.column(h -> h.equals("Identifier")).isPresent()
                    && Gradebook.this.column(h -> h.equals("Last modified (grade)")).isPresent();
            if (worksheet && exercises == 1) return column("Grade", "Grade"::equals);
            return column(exercise, c -> assignment(c).equals(plain(exercise)));
        }

        private OptionalInt column(String wanted, Predicate<String> title) {
            List<Integer> found = columns(title).stream().filter(plan.marks()::contains).toList();
            if (found.size() == 1) return OptionalInt.of(found.getFirst());
            remark((found.isEmpty() ? "no column for " : found.size() + " columns for ")
                    + Quoted.line(wanted, LONGEST) + ", so it is not filled"
                    + "; --column TITLE says which");
            return OptionalInt.empty();
        }

        private void fill(int column, List<Graded> graded, Map<String, Integer> rows) {
            Map<String, List<Graded>> byStudent = new TreeMap<>();
            graded.forEach(g -> byStudent.computeIfAbsent(
                    g.handed().student(), s -> new ArrayList<>()).add(g));
            Set<String> capped = new TreeSet<>();
            byStudent.forEach((student, theirs) -> {
                if (!rows.containsKey(student)) return;
                if (theirs.stream().anyMatch(g -> !g.counts())) {
                    remark(shown(student) + ": the grader broke; the cell is left as it is");
                    return;
                }
                int points = Points.of(theirs).earned();
                Optional<BigDecimal> most = most(rows.get(student), column);
                boolean over = most.isPresent()
                        && most.get().compareTo(BigDecimal.valueOf(points)) < 0;
                if (over) capped.add(student);
                write(student, rows.get(student), column,
                        over ? most.get() : BigDecimal.valueOf(points));
            });
            if (capped.isEmpty()) return;
            remark("\"" + Quoted.line(heading.get(column).text(), LONGEST)
                    + "\" has room for fewer points than were earned; cut for "
                    + String.join(", ", capped.stream().map(Filling::shown).toList()));
        }

        private Optional<BigDecimal> most(int row, int column) {
            if (plan.ceilings().isPresent()) {
                return ceiling(text(plan.ceilings().getAsInt(), column));
            }
            return plan.ceiling().isPresent()
                    ? ceiling(text(row, plan.ceiling().getAsInt())) : Optional.empty();
        }

        private void write(String student, int row, int column, BigDecimal points) {
            String there = text(row, column);
            boolean locked = plan.locked().isPresent()
                    && text(row, plan.locked().getAsInt()).equals("No");
            if (column >= csv.rows().get(row).size()) {
                remark(shown(student) + ": row " + (row + 1) + " ends before that column");
            } else if (there.equalsIgnoreCase("EX")) {
                remark(shown(student) + " is excused, and stays so");
            } else if (locked) {
                remark(shown(student) + ": the grade cannot be changed, says Moodle");
            } else if (number(there).filter(n -> n.compareTo(points) == 0).isPresent()) {
                same++;
            } else {
                texts.put(csv.rows().get(row).get(column),
                        points.stripTrailingZeros().toPlainString());
            }
        }

        /** In which row a student is; who is in none, or perhaps in several, is told. */
        private Map<String, Integer> rows() {
            Map<String, Integer> rows = new TreeMap<>();
            Map<Integer, List<String>> students = new TreeMap<>();
            for (String student : all.byStudent().keySet()) {
                List<Integer> found = rows(student);
                if (found.size() == 1) {
                    students.computeIfAbsent(found.getFirst(), r -> new ArrayList<>())
                            .add(student);
                } else if (found.isEmpty()) {
                    remark(shown(student) + " is in no row");
                } else {
                    remark(shown(student) + " may be row " + String.join(" or ",
                            found.stream().map(r -> String.valueOf(r + 1)).toList()));
                }
            }
            students.forEach((row, some) -> {
                if (some.size() == 1) rows.put(some.getFirst(), row);
                else some.forEach(s -> remark(shown(s) + " may be row " + (row + 1) + ", as may "
                        + String.join(", ", some.stream().filter(o -> !o.equals(s))
                                .map(Filling::shown).toList())));
            });
            return rows;
        }

        /** What says more outdoes what says less: an id, then what an LMS made, then a name. */
        private List<Integer> rows(String student) {
            Optional<Roster.Student> known = all.student(student);
            Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            own.add(student);
            known.filter(s -> !s.email().isEmpty()).ifPresent(s -> own.add(s.email()));
            Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            known.ifPresent(s -> s.others().forEach(o -> others.add(o.strip())));
            others.remove("");
            List<Integer> found = rows(r -> logs(r, own) || others.contains(lmsNumber(r)));
            if (found.isEmpty()) found = rows(r -> logs(r, others));
            if (found.isEmpty()) found = rows(r -> madeOf(r, student));
            if (found.isEmpty() && known.isPresent() && !known.get().name().isBlank()) {
                Set<String> names = Roster.names(known.get().name());
                found = rows(r -> Roster.names(name(r)).stream().anyMatch(names::contains));
            }
            return found;
        }

        private boolean logs(int row, Set<String> words) {
            return plan.logins().stream().anyMatch(c -> words.contains(text(row, c)));
        }

        private List<Integer> rows(Predicate<Integer> wanted) {
            return IntStream.range(plan.first(), csv.rows().size()).boxed().filter(wanted)
                    .toList();
        }

        private static String shown(String student) {
            return Quoted.line(student, LONGEST);
        }
    }

    private String name(int row) {
        return String.join(" ", plan.names().stream().map(c -> text(row, c)).toList());
    }

    /** That of Canvas, or of a participant, whatever the word before it is. */
    private String lmsNumber(int row) {
        return plan.number().isPresent()
                ? text(row, plan.number().getAsInt()).replaceFirst("^\\D+", "") : "";
    }

    /** Whether an intake without a roster made this id of the name and number in this row. */
    private boolean madeOf(int row, String id) {
        String end = "-" + lmsNumber(row);
        if (end.length() < 2 || !id.endsWith(end)) return false;
        String name = ascii(id.substring(0, id.length() - end.length()));
        return Roster.names(name(row)).stream().anyMatch(n -> ascii(n).equals(name));
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    /** {@code Echo Server (12345)} or {@code Assignment: Echo Server (Real)}, without the rest. */
    private static String assignment(String title) {
        String name = title.replaceFirst("\\s*\\([^()]*\\)$", "");
        return plain(name.substring(name.indexOf(':') + 1));
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Where none are possible, any are: it is how extra points are given. */
    private static Optional<BigDecimal> ceiling(String text) {
        return number(text).filter(n -> n.signum() > 0);
    }

    private static Optional<BigDecimal> number(String text) {
        String plain = text.strip().replace(',', '.');
        return plain.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
