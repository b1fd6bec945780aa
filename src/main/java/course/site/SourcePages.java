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
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A page for every program of a lecture, for every skeleton and every open check. */
final class SourcePages {
    private final SiteMap map;
    private final Press press;
    private final Consumer<Problem> problems;

    SourcePages(SiteMap map, Press press, Consumer<Problem> problems) {
        this.map = map;
        this.press = press;
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

    private Page page(Lecture lecture, Program program) {
        List<Program> twins =
                lecture.programs().stream().filter(p -> p.name().equals(program.name())).toList();
        String others = twins.stream()
                .map(p -> p.equals(program) ? "<strong>" + p.language().label() + "</strong>" : link(p))
                .collect(Collectors.joining(" "));
        String intro = crumb(lecture.text(), "Lecture " + lecture.number() + ": " + lecture.title(), program.file())
                + h1(program.file())
                + "<p class=\"lead\">" + Html.escape(program.description()) + "</p>\n"
                + (twins.size() > 1 ? "<p class=\"twins\">In " + others + "</p>\n" : "")
                + new Terminal(Optional.empty(), "Run it", run(program)).html();
        return page(program.file(), intro + code(program.language(), Source.of(program.file()).numbered()));
    }

    private static String link(Program program) {
        return "<a href=\"%s\">%s</a>".formatted(program.file().getFileName(), program.language().label());
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
        String about = "The skeleton, as you get it. Yours is the file of this name; "
                + "<code>./jbang course reset " + exercise.name() + "</code> makes it this again.";
        return page(exercise.file(), intro(exercise, exercise.file(), about) + code(Language.JAVA, lines));
    }

    private Page check(Exercise exercise) {
        String about = "The open check of " + Html.escape(exercise.name()) + ".";
        return page(exercise.check(), intro(exercise, exercise.check(), about)
                + code(Language.JAVA, Source.of(exercise.check()).numbered()));
    }

    private String intro(Exercise exercise, Path file, String about) {
        return crumb(exercise.brief(), "Exercises", file)
                + h1(file)
                + "<p class=\"lead\">" + about + "</p>\n"
                + new Terminal(Optional.empty(), "Check your work",
                        List.of("$ ./jbang course check " + exercise.name())).html();
    }

    private static String crumb(Path text, String words, Path from) {
        String way = from.getParent().relativize(text).toString().replace('\\', '/');
        return "<p class=\"crumb\"><a href=\"%s\">%s</a></p>\n".formatted(way, Html.escape(words));
    }

    private static String h1(Path file) {
        return "<h1><code>" + file.getFileName() + "</code></h1>\n";
    }

    private Page page(Path file, String body) {
        return new Page(Page.Kind.SOURCE, file, map.pages().get(file), file.getFileName().toString(), List.of(), body);
    }

    /** Every line with its number in the file, which an editor shows too and a stack trace names. */
    private String code(Language language, SequencedMap<Integer, String> lines) {
        List<String> html = lines.isEmpty() ? List.of() : press.highlight(language.highlighted(), List.copyOf(lines.values()));
        StringBuilder code = new StringBuilder("<div class=\"listingblock source\">")
                .append("<div class=\"title\">").append(language.label()).append("</div><div class=\"content\">\n")
                .append("<pre class=\"rouge\"><code data-lang=\"").append(language.highlighted()).append("\">");
        int i = 0;
        for (Map.Entry<Integer, String> line : lines.entrySet()) {
            code.append("<span class=\"line\" id=\"L%d\" data-number=\"%1$d\">%s\n</span>".formatted(line.getKey(), html.get(i++)));
        }
        return code.append("</code></pre></div></div>\n").toString();
    }
}
