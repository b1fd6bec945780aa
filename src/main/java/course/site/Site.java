package course.site;

import course.script.Complaint;
import course.script.Course;
import course.script.Lecture;
import course.script.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The course as pages that open from the file system. Keep one for as long as pages are made: its start is dear. */
public final class Site implements AutoCloseable {
    /** Says that a folder is ours to replace. */
    private static final String MARK = ".course-site";

    private final Course course;
    private final Press press;

    public Site(Course course) {
        this(course, new Press());
    }

    Site(Course course, Press press) {
        this.course = course;
        this.press = press;
    }

    /** Renders everything into a new folder and puts it in the place of {@code dir}, unless there is a problem. */
    public Rendered render(Path dir) {
        Path target = dir.toAbsolutePath().normalize();
        mustBeOurs(target);
        SiteMap map = SiteMap.of(course);
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = files(map, problems);
        if (problems.isEmpty()) replace(target, files);
        problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
        int sources = (int) files.keySet().stream().filter(f -> !f.endsWith("index.html")).count();
        return new Rendered(
                target.resolve("index.html"), map.lectures().size(), map.briefs().size(), sources, problems);
    }

    private static void mustBeOurs(Path dir) {
        if (Files.exists(dir.resolve(MARK)) || !Files.exists(dir)) return;
        try (Stream<Path> inside = Files.list(dir)) {
            if (inside.findAny().isEmpty()) return;
        } catch (IOException e) {
            throw Main.cannot("list", dir, e);
        }
        throw Complaint.usage(Main.shown(dir) + " holds something that is not a site of ours: not replaced");
    }

    private Map<String, String> files(SiteMap map, List<Problem> problems) {
        List<Page> pages = new ArrayList<>();
        for (Path text : map.overviews()) pages.add(overview(text, map, problems));
        for (Lecture lecture : map.lectures()) {
            pages.add(text(Page.Kind.LECTURE, lecture.text(), map, problems));
        }
        for (Path brief : map.briefs()) pages.add(text(Page.Kind.EXERCISE, brief, map, problems));
        pages.addAll(new SourcePages(map, press, problems::add).all());

        Links links = new Links(map, problems::add);
        Template template = new Template(map, pages.stream().collect(Collectors.toMap(Page::source, Page::title)));
        Map<String, String> files = new LinkedHashMap<>();
        for (Page page : pages) files.put(page.path(), template.around(page, links.rewritten(page)));
        links.settle();
        return files;
    }

    private Page overview(Path text, SiteMap map, List<Problem> problems) {
        if (Files.exists(text)) return text(Page.Kind.OVERVIEW, text, map, problems);
        StringBuilder list = new StringBuilder("<h1>Sockets</h1>\n<ol class=\"plain\">\n");
        for (Lecture lecture : map.lectures()) {
            list.append("<li><a href=\"%s\">%s %s</a></li>\n".formatted(
                    map.within(lecture.text()), lecture.number(), Html.escape(lecture.title())));
        }
        return new Page(Page.Kind.OVERVIEW, map.home(), "index.html", "Sockets", List.of(), list + "</ol>\n");
    }

    private Page text(Page.Kind kind, Path text, SiteMap map, List<Problem> problems) {
        Press.Text printed = press.print(text, map, problems::add);
        List<Page.Stop> stops = new ArrayList<>(printed.stops());
        StringBuilder body = new StringBuilder();
        map.lecture(text).ifPresent(lecture -> body.append(above(kind, lecture)));
        body.append("<h1>").append(Html.escape(printed.title())).append("</h1>\n").append(printed.html());
        if (kind == Page.Kind.LECTURE) {
            Lecture lecture = map.lecture(text).orElseThrow();
            if (!lecture.programs().isEmpty()) {
                stops.add(new Page.Stop("programs", "The programs"));
                body.append(programs(lecture));
            }
            map.brief(lecture).ifPresent(brief -> body.append("<p class=\"onward\"><a href=\"../../%s\">%s</a></p>\n"
                    .formatted(map.within(brief), "The exercises of this lecture")));
        }
        return new Page(kind, text, map.pages().get(text), printed.title(), stops, body.toString());
    }

    private static String above(Page.Kind kind, Lecture lecture) {
        String number = "Lecture " + lecture.number();
        if (kind == Page.Kind.LECTURE) return "<p class=\"crumb\">" + number + "</p>\n";
        return "<p class=\"crumb\"><a href=\"../../lectures/%s/README.adoc\">%s: %s</a></p>\n"
                .formatted(lecture.name(), number, Html.escape(lecture.title()));
    }

    /** From the text to every file: what it is, and in which languages. */
    private static String programs(Lecture lecture) {
        Map<String, List<Program>> byName = lecture.programs().stream()
                .collect(Collectors.groupingBy(Program::name, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder("<div class=\"sect1\"><h2 id=\"programs\">")
                .append("<a class=\"link\" href=\"#programs\">The programs</a></h2>\n<dl class=\"programs\">\n");
        byName.forEach((name, programs) -> {
            String about = programs.stream()
                    .map(Program::description).filter(d -> !d.isEmpty()).findFirst().orElse("");
            String links = programs.stream()
                    .map(p -> "<a href=\"%s\">%s</a>".formatted(p.file().getFileName(), p.language().label()))
                    .collect(Collectors.joining(" "));
            html.append("<div><dt><code>%s</code></dt><dd>%s <span class=\"languages\">%s</span></dd></div>\n"
                    .formatted(name, Html.escape(about), links));
        });
        return html.append("</dl></div>\n").toString();
    }

    private static void replace(Path dir, Map<String, String> files) {
        try {
            Files.createDirectories(dir.getParent());
            Path fresh = Files.createTempDirectory(dir.getParent(), "site-new-");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path to = fresh.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.writeString(to, file.getValue());
            }
            Path assets = Files.createDirectory(fresh.resolve("assets"));
            for (String name : Template.ASSETS) Files.write(assets.resolve(name), Template.resource(name));
            Files.createFile(fresh.resolve(MARK));
            Path old = Files.createTempDirectory(dir.getParent(), "site-old-");
            if (Files.exists(dir)) Files.move(dir, old.resolve("site"));
            Files.move(fresh, dir);
            delete(old);
        } catch (IOException e) {
            throw Main.cannot("write", dir, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        }
    }

    @Override
    public void close() {
        press.close();
    }
}
