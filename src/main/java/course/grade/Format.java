package course.grade;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What other programs read, beside the pages, JSON and JUnit XML that are always written. */
public enum Format {
    GRADESCOPE, CLASSROOM50, CLASSROOM, CHECK50, CSV;

    /** As it is typed, and as its folder is called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says what is missing before hours are spent on grading. */
    public void check() {
        if (this == CLASSROOM50) Classroom50.here().check();
    }

    /** What is to be written, by its path. */
    SortedMap<String, String> files(SchoolClass all) {
        if (this == CSV) return new TreeMap<>(Map.of(MarksCsv.FILE, MarksCsv.of(all)));
        SortedMap<String, String> files = new TreeMap<>();
        for (Graded g : all.graded()) {
            String file = this + "/" + Reports.folderName(g.handed().exercise()) + "/"
                    + Reports.fileName(g.handed().student());
            one(g).ifPresent(text -> files.put(file + extension(), text));
        }
        return files;
    }

    private String extension() {
        return this == CLASSROOM ? ".env" : ".json";
    }

    /** Where the grader broke, no mark at all is what Gradescope and Classroom 50 understand. */
    private Optional<String> one(Graded g) {
        return switch (this) {
            case GRADESCOPE -> Optional.of(g).filter(Graded::counts)
                    .map(c -> Json.pretty(Gradescope.of(c)));
            case CLASSROOM50 -> Optional.of(g).filter(Graded::counts)
                    .map(c -> Json.pretty(Classroom50.here().of(c)));
            case CLASSROOM -> Optional.of(ClassroomReporter.of(g));
            case CHECK50 -> Optional.of(Json.pretty(Check50.of(g)));
            case CSV -> Optional.empty();
        };
    }
}
