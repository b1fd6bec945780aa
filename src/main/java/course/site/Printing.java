package course.site;

import course.script.Course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All pages, in memory; what was saved meanwhile is printed anew without the others. One thread at
 * a time.
 */
public final class Printing {
    private final Course course;
    private final Press press;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Path, Page> pages = new LinkedHashMap<>();
    private final SequencedMap<String, String> files = new LinkedHashMap<>();
    private SiteMap map;
    private Links links;

    Printing(Course course, Press press) {
        this.course = course;
        this.press = press;
        everything();
    }

    /**
     * What came of a save.
     *
     * @param paths the pages that are new
     * @param problems why a page stays as it was
     */
    public record Reprinted(List<String> paths, List<Problem> problems) {}

    private void everything() {
        pages.clear();
        map = SiteMap.of(course);
        links = new Links(map, problems::add);
        for (Page page : texts().all()) pages.put(page.source(), page);
        for (Page page : sources().all()) pages.put(page.source(), page);
        Map<String, String> made = new LinkedHashMap<>();
        Template template = template();
        for (Page page : pages.values()) {
            made.put(page.path(), template.around(page, links.rewritten(page)));
        }
        links.settle();
        made.put(SearchIndex.FILE, index());
        files.keySet().retainAll(made.keySet());
        files.putAll(made);
    }

    private String index() {
        return SearchIndex.of(List.copyOf(pages.values()));
    }

    private TextPages texts() {
        return new TextPages(map, press, problems::add);
    }

    private SourcePages sources() {
        return new SourcePages(map, problems::add);
    }

    private Template template() {
        Map<Path, String> titles = new LinkedHashMap<>();
        pages.forEach((source, page) -> titles.put(source, page.title()));
        return new Template(map, titles);
    }

    /** Prints what shows this file; everything, if the house has other rooms than before. */
    public Reprinted reprint(Path file) {
        problems.clear();
        // to look at every file anew takes longer than to print a text
        boolean known = file.toString().endsWith(".adoc") && map.pages().containsKey(file);
        SiteMap now = known && Files.exists(file) ? map : SiteMap.of(course);
        List<Path> texts = now.shownBy(file);
        if (!now.pages().equals(map.pages())) return whole();
        map = now;
        List<Page> fresh = new ArrayList<>();
        for (Path source : texts) {
            Page page = texts().of(source).or(() -> sources().of(source)).orElseThrow();
            if (!page.title().equals(pages.get(source).title())) return whole();
            fresh.add(page);
        }
        List<String> paths = new ArrayList<>();
        for (Page page : fresh) {
            pages.put(page.source(), page);
            String html = template().around(page, links.rewritten(page));
            links.settle();
            if (problems.stream().anyMatch(p -> p.file().equals(page.source()))) continue;
            if (!html.equals(files.put(page.path(), html))) paths.add(page.path());
        }
        String index = index();
        if (!index.equals(files.put(SearchIndex.FILE, index))) paths.add(SearchIndex.FILE);
        return new Reprinted(paths, sorted());
    }

    private Reprinted whole() {
        problems.clear();
        Map<String, String> before = Map.copyOf(files);
        everything();
        List<String> paths =
                files.keySet().stream()
                        .filter(path -> !files.get(path).equals(before.get(path)))
                        .toList();
        return new Reprinted(paths, sorted());
    }

    /** From paths within the site to HTML; the home page first. */
    public SequencedMap<String, String> files() {
        return files;
    }

    /** What the lecturer wrote down for this place of a page, and nobody else is shown. */
    public List<Aside> asides(String path) {
        return page(path).map(Page::asides).orElse(List.of());
    }

    private Optional<Page> page(String path) {
        return pages.values().stream().filter(p -> p.path().equals(path)).findFirst();
    }

    /** The style sheet, the script and the picture that every page asks for, by their paths. */
    public static Map<String, byte[]> assets() {
        Map<String, byte[]> assets = new LinkedHashMap<>();
        for (String name : Template.ASSETS) assets.put("assets/" + name, Template.resource(name));
        return assets;
    }

    public List<Problem> problems() {
        return sorted();
    }

    private List<Problem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
                .toList();
    }

    Rendered rendered(Path index) {
        return new Rendered(
                index,
                map.lectures().size(),
                map.briefs().size(),
                (int) pages.values().stream().filter(p -> p.kind() == Page.Kind.SOURCE).count(),
                problems());
    }
}
