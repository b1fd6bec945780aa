package course.site;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a site is whole: seen from outside, with an HTML parser, knowing nothing of how it was
 * made.
 */
final class Wholeness {
    private Wholeness() {}

    static List<String> complaints(Path site) throws IOException {
        Map<Path, Document> pages = new HashMap<>();
        for (Path page : SmallCourse.pages(site)) pages.put(page, Jsoup.parse(page));
        List<String> complaints = new ArrayList<>();
        pages.forEach((page, document) -> {
            for (Element e : document.select("[href], [src]")) {
                String link = e.hasAttr("href") ? e.attr("href") : e.attr("src");
                String why = complaint(pages, page, e, link);
                if (why != null) complaints.add(site.relativize(page) + ": " + why + " " + link);
            }
        });
        for (String name : List.of("course.css", "course.js", "search.js")) {
            String asset = Files.readString(site.resolve("assets").resolve(name));
            if (asset.contains("://") || asset.contains("@import")) {
                complaints.add(name + " looks outside");
            }
        }
        return complaints;
    }

    private static String complaint(Map<Path, Document> pages, Path page, Element e, String link) {
        URI uri = URI.create(link);
        if (uri.getScheme() != null) return e.nameIs("a") ? null : "loads from the network";
        Path target =
                uri.getPath().isEmpty() ? page : page.resolveSibling(uri.getPath()).normalize();
        if (!Files.isRegularFile(target)) return "no such file";
        if (uri.getFragment() == null) return null;
        return pages.get(target).getElementById(uri.getFragment()) == null ? "no such place" : null;
    }
}
