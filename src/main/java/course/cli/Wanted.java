package course.cli;

import course.grade.Format;
import course.grade.Gradebook;
import course.grade.Reports;
import course.grade.SchoolClass;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wanted of a grading, beside the pages. */
final class Wanted {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "Writes these, too: ${COMPLETION-CANDIDATES}.")
    Set<Format> formats = Set.of();

    @Option(
            names = "--gradebook",
            paramLabel = "FILE",
            description = "The CSV that Canvas or Moodle exported: DIR/gradebook gets a copy with"
                    + " the points in it.")
    List<Path> files = List.of();

    @Option(
            names = "--column",
            paramLabel = "TITLE",
            description = "The gradebook's column for all points of a student; else each exercise"
                    + " has one that is called like it.")
    String column;

    private final Map<Path, Gradebook> gradebooks = new LinkedHashMap<>();

    /** Reads what is to be filled: whatever is wrong with it is said before anything is done. */
    void prepare() {
        formats.forEach(Format::check);
        if (column != null && files.isEmpty()) {
            throw Complaint.usage("--column is a column of a --gradebook");
        }
        for (Path file : files) {
            if (gradebooks.put(file.getFileName(), Gradebook.of(file)) != null) {
                throw Complaint.usage("--gradebook: two are called " + file.getFileName());
            }
        }
    }

    void write(SchoolClass all, Path out, PrintWriter say) {
        write(all, formats, out, say);
    }

    /** @param usual the formats, if none were asked for */
    void writeElse(Set<Format> usual, SchoolClass all, Path out, PrintWriter say) {
        write(all, formats.isEmpty() ? usual : formats, out, say);
    }

    private void write(SchoolClass all, Set<Format> formats, Path out, PrintWriter say) {
        new Reports(out).write(all, formats);
        for (Map.Entry<Path, Gradebook> e : gradebooks.entrySet()) {
            Gradebook.Filled filled = e.getValue().with(all, Optional.ofNullable(column));
            Path copy = out.resolve("gradebook").resolve(e.getKey());
            try {
                Files.createDirectories(copy.getParent());
                Draft.replace(copy, filled.bytes());
            } catch (IOException x) {
                throw Complaint.machine("cannot write " + Course.shown(copy) + ": "
                        + x.getMessage());
            }
            filled.remarks().forEach(say::println);
            say.println(Course.shown(copy) + ": " + filled.written() + " points are written, "
                    + filled.same() + " stood there before");
        }
    }
}
