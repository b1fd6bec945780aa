package course.bench;

import course.script.Complaint;
import course.script.Course;
import course.script.Language;
import course.script.Lecture;
import course.script.Program;
import course.script.Source;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** One server of the ladder, in one language. */
public record Rung(String name, Language language, Path file) {
    static final String BEGINS = "// tag::ladder[]";
    static final String ENDS = "// end::ladder[]";

    /** The lecture whose text has a place for the ladder's measurements. */
    public static Lecture lecture(Course course) {
        return course.lectures().stream()
                .filter(l -> Source.of(l.text()).lines().contains(BEGINS))
                .findFirst()
                .orElseThrow(() -> Complaint.usage(
                        "no lecture has a place for the ladder: a line " + BEGINS));
    }

    /** Every server of that lecture, in the order in which its text first names them. */
    public static List<Rung> of(Lecture lecture) {
        String text = String.join("\n", Source.of(lecture.text()).lines());
        return lecture.programs().stream()
                .filter(p -> p.name().endsWith("-server"))
                .sorted(Comparator.<Program>comparingInt(p -> place(p.name(), text))
                        .thenComparing(Program::name).thenComparing(Program::language))
                .map(p -> new Rung(p.name().replaceFirst("-server$", ""), p.language(), p.file()))
                .toList();
    }

    String title() {
        return name + ", " + language.label();
    }

    /** Whether one means this by a rung's name, a program's or a file's. */
    public boolean isCalled(String word) {
        return word.equals(name) || word.equals(name + "-server")
                || word.equals(file.getFileName().toString());
    }

    /** {@code thread-server} may stand there as thread-server, thread_server or ThreadServer. */
    private static int place(String name, String text) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.split("-")) {
            joined.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return List.of(name, name.replace('-', '_'), joined.toString()).stream()
                .mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
    }
}
