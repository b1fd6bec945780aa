package course.site;

import course.script.Lecture;
import course.script.Program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A page for every text: the overviews, the lectures, the briefs. */
final class TextPages {
    private final SiteMap map;
    private final Press press;
    private final Consumer<Problem> problems;

    TextPages(SiteMap map, Press press, Consumer<Problem> problems) {
        this.map = map;
        this.press = press;
        this.problems = problems;
    }

    List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (Path text : map.overviews()) {
            pages.add(overview(text));
        }
        for (Lecture lecture : map.lectures()) pages.add(lecture(lecture));
        for (Path brief : map.briefs()) pages.add(brief(brief));
        return pages;
    }

    /** The page of one text, if it has one. */
    Optional<Page> of(Path text) {
        if (map.overviews().contains(text)) return Optional.of(overview(text));
        if (map.briefs().contains(text)) return Optional.of(brief(text));
        return map.lectures().stream()
                .filter(l -> l.text().equals(text))
                .findFirst()
                .map(this::lecture);
    }

    private Page overview(Path text) {
        if (!Files.exists(text)) return plainHome();
        Press.Text printed = press.print(text, map, problems);
        return page(Page.Kind.OVERVIEW, text, printed, printed.stops(), whole(printed));
    }

    /** While a course has no README yet. */
    private Page plainHome() {
        String lectures =
                map.lectures().stream()
                        .map(l -> "<li>" + link(map.within(l.text()), l.title()) + "</li>\n")
                        .collect(Collectors.joining());
        String body = "<h1>Sockets</h1>\n<ol>\n" + lectures + "</ol>\n";
        Page.Kind kind = Page.Kind.OVERVIEW;
        return new Page(kind, map.home(), "index.html", "Sockets", List.of(), List.of(), body);
    }

    private Page lecture(Lecture lecture) {
        Press.Text printed = press.print(lecture.text(), map, problems);
        List<Page.Stop> stops = new ArrayList<>(printed.stops());
        StringBuilder body = new StringBuilder();
        body.append("<p class=\"crumb\">Lecture ").append(lecture.number()).append("</p>\n");
        body.append(whole(printed));
        if (!lecture.programs().isEmpty()) {
            stops.add(new Page.Stop("programs", "The programs"));
            body.append(programs(lecture));
        }
        Optional<Path> brief = map.brief(lecture);
        if (brief.isPresent()) {
            String way = "../../" + map.within(brief.get());
            body.append("<p class=\"onward\">")
                    .append(link(way, "The exercises of this lecture"))
                    .append("</p>\n");
        }
        return page(Page.Kind.LECTURE, lecture.text(), printed, stops, body.toString());
    }

    private Page brief(Path brief) {
        Press.Text printed = press.print(brief, map, problems);
        String crumb =
                map.lecture(brief)
                        .map(l -> link("../../" + map.within(l.text()), named(l)))
                        .map(link -> "<p class=\"crumb\">" + link + "</p>\n")
                        .orElse("");
        return page(
                Page.Kind.EXERCISE, brief, printed, printed.stops(), crumb + whole(printed));
    }

    private Page page(
            Page.Kind kind, Path text, Press.Text printed, List<Page.Stop> stops, String body) {
        String path = map.pages().get(text);
        return new Page(kind, text, path, printed.title(), stops, printed.asides(), body);
    }

    private static String whole(Press.Text printed) {
        return "<h1>" + Html.escape(printed.title()) + "</h1>\n" + printed.html();
    }

    static String named(Lecture lecture) {
        return "Lecture " + lecture.number() + ": " + lecture.title();
    }

    private static String link(String way, String words) {
        return "<a href=\"%s\">%s</a>".formatted(way, Html.escape(words));
    }

    /** From the text to every file: what it is, and in which languages. */
    private static String programs(Lecture lecture) {
        Map<String, List<Program>> byName = new LinkedHashMap<>();
        for (Program p : lecture.programs()) {
            byName.computeIfAbsent(p.name(), name -> new ArrayList<>()).add(p);
        }
        StringBuilder rows = new StringBuilder();
        byName.forEach((name, twins) -> rows.append(row(name, twins)));
        return """
                <div class="sect1">
                <h2 id="programs"><a class="link" href="#programs">The programs</a></h2>
                <dl class="programs">
                %s</dl></div>
                """
                .formatted(rows);
    }

    /** Twins do the same: one description will do, and the script's is the one meant for it. */
    private static String row(String name, List<Program> twins) {
        String languages =
                twins.stream()
                        .map(p -> link(p.file().getFileName().toString(), p.language().label()))
                        .collect(Collectors.joining(" "));
        return """
                <div><dt><code>%s</code></dt>
                <dd>%s <span class="languages">%s</span></dd></div>
                """
                .formatted(name, Html.escape(twins.getLast().description()), languages);
    }
}
