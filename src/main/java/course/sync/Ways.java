package course.sync;

import course.script.Course;
import course.script.Language;
import course.script.Program;
import course.script.Remark;
import course.script.Syllabus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Links from a page in {@code lectures/}. */
final class Ways {
    private final Path folder;

    Ways(Course course) {
        folder = course.root().resolve("lectures");
    }

    /** A lecture's number; a planned one has no page yet. */
    String to(Syllabus.Place place) {
        return place.written().isPresent()
                ? "link:%s/README.adoc[%s]".formatted(place.name(), place.number())
                : place.number() + ", planned";
    }

    /** The place in its lecture where something is told. */
    String told(Remark remark, Syllabus.Place place, String words) {
        return place.written().isPresent()
                ? "link:%s/README.adoc#%s[%s]".formatted(place.name(), remark.anchor(), words)
                : words;
    }

    /** The row of a claim, an erratum or a question on its own page. */
    String listed(Remark remark, String words) {
        return "link:%s.adoc#%s[%s]".formatted(page(remark.kind()), remark.anchor(), words);
    }

    static String page(Remark.Kind kind) {
        return switch (kind) {
            case CLAIM -> "claims";
            case ERRATUM -> "errata";
            case QUESTION -> "questions";
        };
    }

    /** Units, or whole slides, on the page that has them all. */
    String slides(List<String> ids) {
        return ids.stream()
                .map("link:slides.adoc#%1$s[%1$s]"::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Programs by name, each once: the script, or the twin where there is no script. */
    String programs(List<Program> programs) {
        Map<String, Program> byName = new LinkedHashMap<>();
        for (Program program : programs) {
            byName.merge(program.name(), program, Ways::script);
        }
        return byName.values().stream()
                .map(p -> "link:%s[%s]".formatted(within(p.file()), p.name()))
                .collect(Collectors.joining(", "));
    }

    private static Program script(Program one, Program other) {
        return other.language() == Language.JAVA ? other : one;
    }

    private String within(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
