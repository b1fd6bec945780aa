package course.submit;

import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who takes part: a CSV file with a heading, of which only {@code id} must be there. {@code name}
 * and {@code email} are understood, and any other column may hold the number that an LMS has given
 * to a student.
 */
public record Roster(List<Student> students) {
    /**
     * A row.
     *
     * @param name empty if there is none
     * @param others what stands in the other columns
     */
    public record Student(String id, String name, String email, List<String> others) {}

    public static Roster of(Path file) {
        try {
            return new Roster(students(Files.readString(file), Course.shown(file)));
        } catch (MalformedInputException e) {
            throw Complaint.usage(Course.shown(file) + ": a roster is UTF-8");
        } catch (IOException e) {
            throw Complaint.usage("cannot read the roster " + Course.shown(file));
        }
    }

    private static List<Student> students(String text, String file) {
        List<List<String>> rows = rows(text.startsWith("\ufeff") ? text.substring(1) : text);
        List<String> heading = rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        int id = heading.indexOf("id");
        if (id < 0) throw Complaint.usage(file + ": a roster's heading is id,name,email");
        int name = heading.indexOf("name");
        int email = heading.indexOf("email");
        List<Student> students = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String key = cell(row, id);
            if (!StudentId.fits(key)) {
                throw Complaint.usage("%s, row %d: the id \"%s\" has not only %s"
                        .formatted(file, i + 1, Origin.shown(key), StudentId.RULE));
            }
            if (!known.add(StudentId.key(key))) {
                throw Complaint.usage("%s, row %d: the id %s is there before"
                        .formatted(file, i + 1, key));
            }
            List<String> others = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                if (c != id && c != name && c != email) others.add(row.get(c));
            }
            students.add(new Student(key, cell(row, name), cell(row, email), others));
        }
        return students;
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : "";
    }

    /** Cells may be quoted; where spreadsheets write decimal commas, a semicolon separates. */
    private static List<List<String>> rows(String text) {
        String heading = text.lines().findFirst().orElse("");
        char separator = heading.contains(";") && !heading.contains(",") ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String ended = text.endsWith("\n") ? text : text + "\n";
        for (int i = 0; i < ended.length(); i++) {
            char c = ended.charAt(i);
            if (quoted) {
                boolean twice = c == '"' && i + 1 < ended.length() && ended.charAt(i + 1) == '"';
                if (c != '"') cell.append(c);
                else if (twice) cell.append(ended.charAt(++i));
                else quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == separator) continue;
                if (!row.stream().allMatch(String::isEmpty)) rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    /** Who has this id, whatever its letters' case. */
    public Optional<Student> student(String id) {
        return only(s -> StudentId.key(s.id()).equals(StudentId.key(id)));
    }

    /**
     * Whom an LMS means. Its number may by chance be another one's id, so that comes last: after
     * the column that has been made for it, and after the name, if only one has it.
     */
    Optional<Student> uploader(Upload upload) {
        return only(s -> s.others().contains(upload.number()))
                .or(() -> called(upload.name()))
                .or(() -> student(upload.number()));
    }

    private Optional<Student> called(String name) {
        return only(s -> names(s.name()).contains(plain(name)));
    }

    /** Whose folder or file this is: by id, email or name. */
    Optional<Student> meantBy(String word) {
        return student(word)
                .or(() -> only(s -> !s.email().isEmpty() && s.email().equalsIgnoreCase(word)))
                .or(() -> called(word));
    }

    private Optional<Student> only(Predicate<Student> wanted) {
        List<Student> found = students.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** {@code Ada Lovelace} as Moodle writes it, and as Canvas sorts it: {@code lovelaceada}. */
    public static Set<String> names(String name) {
        List<String> words =
                Arrays.stream(name.split("[\\s,]+")).filter(w -> !w.isEmpty()).toList();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            List<String> turned = new ArrayList<>(words.subList(i, words.size()));
            turned.addAll(words.subList(0, i));
            names.add(turned.stream().map(Roster::plain).collect(Collectors.joining()));
        }
        return names;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
