package course.site;

import course.script.Source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the repository's links the site's. Asciidoctor and this package are the only ones who write
 * the HTML that is searched here, so its shape is known and needs no parser.
 */
final class Links {
    private static final Pattern ANCHOR =
            Pattern.compile("<a href=\"([^\"]*)\"([^>]*)>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    /** A fragment that must be found once all pages are there. */
    private record Promise(Page from, String href, String page, String fragment) {}

    private final SiteMap map;
    private final Consumer<Problem> problems;
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Set<Promise> promises = new HashSet<>();

    Links(SiteMap map, Consumer<Problem> problems) {
        this.map = map;
        this.problems = problems;
    }

    /**
     * The page's body with its links turned to pages; what no page shows keeps its words and loses
     * its link.
     */
    String rewritten(Page page) {
        Set<String> here = new HashSet<>();
        for (MatchResult m : ID.matcher(page.body()).results().toList()) here.add(m.group(1));
        ids.put(page.path(), here);
        promises.removeIf(p -> p.from().path().equals(page.path()));
        return ANCHOR.matcher(page.body())
                .replaceAll(m -> Matcher.quoteReplacement(anchor(page, m)));
    }

    private String anchor(Page page, MatchResult m) {
        String href = Html.unescape(m.group(1));
        if (ELSEWHERE.matcher(href).matches()) return m.group();
        String[] parts = href.split("#", 2);
        Path target =
                parts[0].isEmpty()
                        ? page.source()
                        : page.source().resolveSibling(parts[0]).normalize();
        Optional<String> shown = map.page(target);
        if (shown.isEmpty()) {
            if (!kept(target)) problem(page, href, "the link leads nowhere: " + href);
            return "<span class=\"unshown\">" + m.group(3) + "</span>";
        }
        String fragment = parts.length > 1 ? parts[1] : "";
        if (!fragment.isEmpty()) promises.add(new Promise(page, href, shown.get(), fragment));
        String way = parts[0].isEmpty() ? "" : page.up() + shown.get();
        String hash = fragment.isEmpty() ? "" : "#" + fragment;
        return "<a href=\"%s\"%s>%s</a>"
                .formatted(Html.escape(way + hash), m.group(2), m.group(3));
    }

    /**
     * In the repository though not on the site; a hand-out has no solutions, but may speak of them.
     */
    private boolean kept(Path target) {
        return target.startsWith(map.course().root())
                && (Files.exists(target)
                        || target.startsWith(map.course().root().resolve("solutions")));
    }

    /** After the last page: do the places exist that the links point at? */
    void settle() {
        for (Promise p : promises) {
            if (ids.getOrDefault(p.page(), Set.of()).contains(p.fragment())) continue;
            problem(p.from(), p.href(), "the page has no such place: " + p.href());
        }
    }

    private void problem(Page page, String href, String message) {
        problems.accept(new Problem(page.source(), line(page.source(), href), message));
    }

    /**
     * Where the source writes this link: the first line that does, as Asciidoctor does not tell.
     */
    private static int line(Path source, String href) {
        if (!Files.exists(source)) return 1;
        List<String> lines = Source.of(source).lines();
        for (String wanted : List.of(href + "[", href.replaceFirst("^#", "<<"), href)) {
            for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(wanted)) return i + 1;
        }
        return 1;
    }
}
