package course.site;

import course.script.Course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The course as pages that open from the file system. Keep one for as long as pages are made: its
 * start is dear.
 */
public final class Site implements AutoCloseable {
    private final Course course;
    private final Press press;

    public Site(Course course) {
        this(course, new Press());
    }

    Site(Course course, Press press) {
        this.course = course;
        this.press = press;
    }

    /** Renders everything and, unless there is a problem, puts it in the place of {@code dir}. */
    public Rendered render(Path dir) {
        Target target = Target.at(dir);
        SiteMap map = SiteMap.of(course);
        List<Problem> problems = new ArrayList<>();
        List<Page> pages = new ArrayList<>(new TextPages(map, press, problems::add).all());
        pages.addAll(new SourcePages(map, problems::add).all());
        Map<String, String> files = files(map, pages, problems);
        if (problems.isEmpty()) target.replace(files);
        problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
        return new Rendered(
                target.dir().resolve("index.html"),
                map.lectures().size(),
                map.briefs().size(),
                (int) pages.stream().filter(p -> p.kind() == Page.Kind.SOURCE).count(),
                problems);
    }

    private static Map<String, String> files(
            SiteMap map, List<Page> pages, List<Problem> problems) {
        Map<Path, String> titles =
                pages.stream().collect(Collectors.toMap(Page::source, Page::title));
        Template template = new Template(map, titles);
        Links links = new Links(map, problems::add);
        Map<String, String> files = new LinkedHashMap<>();
        for (Page page : pages) {
            files.put(page.path(), template.around(page, links.rewritten(page)));
        }
        links.settle();
        files.put(SearchIndex.FILE, SearchIndex.of(pages));
        return files;
    }

    @Override
    public void close() {
        press.close();
    }
}
