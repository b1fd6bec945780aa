package course.handout;

import course.script.Course;
import course.script.Remark;
import course.script.Source;
import course.script.Syllabus;
import course.script.Unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known of the slides, as far as they are at home in the chosen lectures; whatever names
 * another unit or claim, in a table or in a program, forgets it.
 */
final class Tables {
    private static final Pattern MARKS =
            Pattern.compile("((?://|#) (Slides|Claims): )([\\w, -]+)");
    private static final Pattern COUNT = Pattern.compile("(`(\\w+\\.tsv)`:: )\\d+( .*)");

    private final Path lectures;
    private final Set<String> units = new HashSet<>();
    private final Set<String> remarks = new HashSet<>();

    /** @param selection the lectures that remain */
    Tables(Course course, Selection selection) {
        lectures = course.root().resolve("lectures");
        Syllabus syllabus = Syllabus.of(course);
        Predicate<Syllabus.Place> stays = place -> selection.has(place.name());
        for (Unit unit : syllabus.units()) {
            if (syllabus.home(unit).filter(stays).isEmpty()) continue;
            units.add(unit.id());
            units.add(unit.slideId());
        }
        for (Remark.Kind kind : Remark.Kind.values()) {
            for (Remark remark : syllabus.remarks(kind)) {
                if (syllabus.home(remark).filter(stays).isPresent()) remarks.add(remark.name());
            }
        }
    }

    /** Writes those that lose rows; the others are copied as they are. */
    void write(Path root) throws IOException {
        Path to = root.resolve("lectures");
        List<String> plan = Source.of(lectures.resolve("plan.tsv")).lines();
        write(to.resolve("plan.tsv"), plan.subList(0, 1));
        write(to.resolve("slides.tsv"), rows("slides.tsv", units::contains));
        write(to.resolve("claims.tsv"), rows("claims.tsv", id -> has(Remark.Kind.CLAIM, id)));
        write(to.resolve("errata.tsv"), rows("errata.tsv", id -> has(Remark.Kind.ERRATUM, id)));
        write(to.resolve("questions.tsv"),
                rows("questions.tsv", id -> has(Remark.Kind.QUESTION, id)));
        Path about = to.resolve("README.adoc");
        List<String> counted = new ArrayList<>();
        for (String line : Source.of(about).lines()) {
            Matcher m = COUNT.matcher(line);
            counted.add(!m.matches() ? line : m.group(1)
                    + (Source.of(to.resolve(m.group(2))).lines().size() - 1) + m.group(3));
        }
        write(about, counted);
    }

    private boolean has(Remark.Kind kind, String id) {
        return remarks.contains(switch (kind) {
            case CLAIM -> "claim " + id;
            case ERRATUM, QUESTION -> id;
        });
    }

    private List<String> rows(String table, Predicate<String> stays) {
        List<String> lines = Source.of(lectures.resolve(table)).lines();
        int slides = Arrays.asList(lines.getFirst().split("\t")).indexOf("slides");
        List<String> rows = new ArrayList<>(lines.subList(0, 1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (!stays.test(cells[0])) continue;
            if (slides >= 0) cells[slides] = kept(cells[slides], " ", units::contains);
            rows.add(String.join("\t", cells));
        }
        return rows;
    }

    private static String kept(String ids, String between, Predicate<String> stays) {
        return Arrays.stream(ids.strip().split("[, ]+")).filter(stays)
                .collect(Collectors.joining(between));
    }

    /** A program of a lecture, which names units and claims. */
    List<String> program(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            Matcher m = MARKS.matcher(line);
            if (!m.matches()) {
                kept.add(line);
                continue;
            }
            Predicate<String> stays = m.group(2).equals("Slides")
                    ? units::contains
                    : id -> has(Remark.Kind.CLAIM, id);
            String ids = kept(m.group(3), m.group(3).contains(",") ? ", " : " ", stays);
            if (!ids.isEmpty()) kept.add(m.group(1) + ids);
        }
        return kept;
    }

    static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
