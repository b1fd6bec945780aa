package course.site;

import course.script.Complaint;
import course.script.Exercise;
import course.script.Language;
import course.script.Lecture;
import course.script.Program;
import course.script.Source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A page for every program of a lecture, for every skeleton and every open check. */
final class SourcePages {
    private final SiteMap map;
    private final Consumer<Problem> problems;

    SourcePages(SiteMap map, Consumer<Problem> problems) {
        this.map = map;
        this.problems = problems;
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (Lecture lecture : map.lectures()) {
            for (Program program : lecture.programs()) pages.add(page(lecture, program));
        }
        for (Exercise exercise : map.exercises()) {
            pages.add(skeleton(exercise));
            pages.add(check(exercise));
        }
        return pages;
    }

    /** The page of one file, if it has one. */
    Optional<Page> of(Path file) {
        for (Lecture lecture : map.lectures()) {
            for (Program program : lecture.programs()) {
                if (program.file().equals(file)) return Optional.of(page(lecture, program));
            }
        }
        for (Exercise exercise : map.exercises()) {
            if (exercise.file().equals(file)) return Optional.of(skeleton(exercise));
            if (exercise.check().equals(file)) return Optional.of(check(exercise));
        }
        return Optional.empty();
    }

    private Page page(Lecture lecture, Program program) {
        String body =
                head(lecture.text(), TextPages.named(lecture), program.file())
                        + lead(Html.escape(program.description()))
                        + twins(lecture, program)
                        + terminal("Run it", run(program))
                        + code(program.language(), Source.of(program.file()).numbered());
        return page(program.file(), body);
    }

    private static String twins(Lecture lecture, Program program) {
        List<Program> twins =
                lecture.programs().stream().filter(p -> p.name().equals(program.name())).toList();
        if (twins.size() < 2) return "";
        String languages =
                twins.stream()
                        .map(p -> p.equals(program) ? label(p) : link(p))
                        .collect(Collectors.joining(" "));
        return "<p class=\"twins\">In " + languages + "</p>\n";
    }

    private static String label(Program program) {
        return "<strong>" + program.language().label() + "</strong>";
    }

    private static String link(Program program) {
        return "<a href=\"%s\">%s</a>"
                .formatted(program.file().getFileName(), program.language().label());
    }

    /** As typed at the root of the course. */
    private List<String> run(Program program) {
        String file = map.within(program.file());
        String base = program.file().getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        return switch (program.language()) {
            case JAVA -> List.of("$ ./jbang " + program.name(), "$ java " + file);
            case PYTHON -> List.of("$ python3 " + file);
            case C -> List.of("$ cc -o " + base + " " + file, "$ ./" + base);
        };
    }

    /** The skeleton as handed out: the file itself is the reader's own work by now. */
    private Page skeleton(Exercise exercise) {
        SequencedMap<Integer, String> lines = new LinkedHashMap<>();
        try {
            for (String line : exercise.skeleton()) lines.put(lines.size() + 1, line);
        } catch (Complaint e) {
            problems.accept(new Problem(exercise.brief(), 1, e.getMessage()));
        }
        String about =
                """
                The skeleton, as you get it. Yours is the file of this name; \
                <code>./jbang course reset %s</code> makes it this again."""
                        .formatted(exercise.name());
        String body = intro(exercise, exercise.file(), about) + code(Language.JAVA, lines);
        return page(exercise.file(), body);
    }

    private Page check(Exercise exercise) {
        String about = "The open check of " + exercise.name() + ".";
        Source source = Source.of(exercise.check());
        String intro = intro(exercise, exercise.check(), about);
        return page(exercise.check(), intro + code(Language.JAVA, source.numbered()));
    }

    private static String intro(Exercise exercise, Path file, String about) {
        String command = "$ ./jbang course check " + exercise.name();
        return head(exercise.brief(), "Exercises", file)
                + lead(about)
                + terminal("Check your work", List.of(command));
    }

    /** The way back to the text, and the file's name. */
    private static String head(Path text, String words, Path file) {
        String way = file.getParent().relativize(text).toString().replace('\\', '/');
        return """
                <p class="crumb"><a href="%s">%s</a></p>
                <h1><code>%s</code></h1>
                """
                .formatted(way, Html.escape(words), file.getFileName());
    }

    private static String lead(String html) {
        return "<p class=\"lead\">" + html + "</p>\n";
    }

    private static String terminal(String title, List<String> lines) {
        return new Terminal(Optional.empty(), title, lines).html();
    }

    private Page page(Path file, String body) {
        return new Page(
                Page.Kind.SOURCE,
                file,
                map.pages().get(file),
                file.getFileName().toString(),
                List.of(),
                List.of(),
                body);
    }

    /**
     * Every line with its number in the file, which an editor shows too and a stack trace names.
     */
    private String code(Language language, SequencedMap<Integer, String> lines) {
        List<String> html = Tokens.html(language, List.copyOf(lines.values()));
        StringBuilder code = new StringBuilder();
        int i = 0;
        for (int number : lines.keySet()) {
            String line = "<span class=\"line\" id=\"L%d\" data-number=\"%1$d\">%s\n</span>";
            code.append(line.formatted(number, html.get(i++)));
        }
        return """
                <div class="listingblock source"><div class="title">%s</div><div class="content">
                <pre class="tokens"><code data-lang="%s">%s</code></pre></div></div>
                """
                .formatted(language.label(), language.highlighted(), code);
    }
}
