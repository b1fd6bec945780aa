package course.site;

import course.script.Lecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is around every page: head, bar, sidebar, and the ways to the page before and after. */
final class Template {
    /** Files of the theme, as they lie beside this class and in the site's {@code assets/}. */
    static final List<String> ASSETS = List.of("course.css", "course.js", "search.js", "icon.svg");

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final SiteMap map;
    private final Map<Path, String> titles;
    private final String frame;

    /**
     * @param titles of the pages, as printed
     */
    Template(SiteMap map, Map<Path, String> titles) {
        this.map = map;
        this.titles = titles;
        this.frame = new String(resource("page.html"), StandardCharsets.UTF_8);
    }

    static byte[] resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the theme lacks " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String around(Page page, String body) {
        Map<String, String> slots =
                Map.of(
                        "title", Html.escape(title(page)),
                        "kind", page.kind().name().toLowerCase(Locale.ROOT),
                        "up", page.up(),
                        "stops", stops(page),
                        "lectures", lectures(page),
                        "others", others(page),
                        "body", body,
                        "neighbours", neighbours(page));
        return SLOT.matcher(frame).replaceAll(m -> Matcher.quoteReplacement(slots.get(m.group(1))));
    }

    private String title(Page page) {
        return page.source().equals(map.home()) ? page.title() : page.title() + " · Sockets";
    }

    private static String stops(Page page) {
        if (page.stops().isEmpty()) return "";
        StringBuilder html = new StringBuilder("<p>On this page</p>\n<ol class=\"stops\">\n");
        for (Page.Stop stop : page.stops()) {
            html.append("<li><a href=\"#%s\">%s</a></li>\n".formatted(stop.id(), stop.title()));
        }
        return html.append("</ol>\n").toString();
    }

    private String lectures(Page page) {
        StringBuilder html = new StringBuilder("<p>Lectures</p>\n<ol class=\"lectures\">\n");
        for (Lecture lecture : map.lectures()) {
            html.append("<li>").append(to(page, lecture, number(lecture)));
            Optional<String> brief = map.brief(lecture).map(map.pages()::get);
            if (brief.isPresent()) {
                String way = way(page, brief.get(), "", "Exercises");
                html.append("<ul><li>").append(way).append("</li></ul>");
            }
            html.append("</li>\n");
        }
        return html.append("</ol>").toString();
    }

    /** What one wants at hand, and then where one who comes from a slide finds it. */
    private String others(Page page) {
        return group(page, "Beside them", map.beside())
                + group(page, "The slides", map.behind());
    }

    private String group(Page page, String name, List<Path> texts) {
        if (texts.isEmpty()) return "";
        StringBuilder html = new StringBuilder("<p>" + name + "</p>\n<ul class=\"others\">\n");
        for (Path text : texts) {
            String words = Html.escape(titles.get(text));
            html.append("<li>%s</li>\n".formatted(way(page, map.pages().get(text), "", words)));
        }
        return html.append("</ul>\n").toString();
    }

    private static String number(Lecture lecture) {
        return "<span class=\"number\">" + lecture.number() + "</span> ";
    }

    private String to(Page page, Lecture lecture, String before) {
        String title = Html.escape(titles.get(lecture.text()));
        return way(page, map.pages().get(lecture.text()), before, title);
    }

    private static String way(Page page, String target, String before, String words) {
        String current = target.equals(page.path()) ? " aria-current=\"page\"" : "";
        return "<a href=\"%s\"%s>%s<span>%s</span></a>"
                .formatted(page.up() + target, current, before, words);
    }

    /** Students go from lecture to lecture. */
    private String neighbours(Page page) {
        int at = map.lectures().stream().map(Lecture::text).toList().indexOf(page.source());
        if (page.kind() != Page.Kind.LECTURE || map.lectures().size() < 2) return "";
        StringBuilder html =
                new StringBuilder("<nav class=\"neighbours\" aria-label=\"Other lectures\">");
        if (at > 0) {
            html.append(to(page, map.lectures().get(at - 1), "<small>← Before</small> ")
                    .replaceFirst("<a ", "<a rel=\"prev\" "));
        }
        if (at + 1 < map.lectures().size()) {
            html.append(to(page, map.lectures().get(at + 1), "<small>Next →</small> ")
                    .replaceFirst("<a ", "<a rel=\"next\" "));
        }
        return html.append("</nav>").toString();
    }
}
