package course.site;

import course.script.Course;
import course.script.Exercise;
import course.script.Lecture;
import course.script.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which file of the repository is shown on which page. Solutions are shown on none.
 *
 * @param briefs the texts in {@code exercises/}
 * @param pages from absolute files to paths within the site
 */
record SiteMap(
        Course course,
        List<Lecture> lectures,
        List<Path> briefs,
        List<Exercise> exercises,
        Map<Path, String> pages) {
    static SiteMap of(Course course) {
        List<Lecture> lectures = course.lectures();
        List<Path> briefs = briefs(course.root().resolve("exercises"));
        List<Exercise> exercises =
                course.exercises().stream().filter(e -> briefs.contains(e.brief())).toList();
        SiteMap map = new SiteMap(course, lectures, briefs, exercises, new HashMap<>());
        map.overviews().forEach(map::text);
        for (Lecture lecture : lectures) {
            map.text(lecture.text());
            lecture.programs().forEach(p -> map.source(p.file()));
        }
        briefs.forEach(map::text);
        exercises.forEach(e -> map.source(e.file()));
        exercises.forEach(e -> map.source(e.check()));
        return map;
    }

    private static List<Path> briefs(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(f -> f.resolve("README.adoc"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Main.cannot("list", folder, e);
        }
    }

    Path home() {
        return course.root().resolve("README.adoc");
    }

    /** The texts that belong to no lecture. */
    List<Path> overviews() {
        return Stream.of(List.of(home()), beside(), behind()).flatMap(List::stream).toList();
    }

    /** What one wants at hand along the way. */
    List<Path> beside() {
        return texts("glossary", "systems", "teaching");
    }

    /** The slides behind the lectures: how they became lectures, and where each is found again. */
    List<Path> behind() {
        return texts("README", "slides", "claims", "errata", "questions");
    }

    private List<Path> texts(String... names) {
        return Stream.of(names)
                .map(name -> course.root().resolve("lectures").resolve(name + ".adoc"))
                .filter(Files::exists)
                .toList();
    }

    /** A text that is not its folder's own has a folder on the site. */
    private void text(Path text) {
        String name = text.getFileName().toString().replaceFirst("\\.adoc$", "");
        Path folder = name.equals("README") ? text.getParent() : text.resolveSibling(name);
        pages.put(text, within(folder.resolve("index.html")));
    }

    private void source(Path file) {
        pages.put(file, within(file) + ".html");
    }

    /** A file's place in the repository, with slashes on every system. */
    String within(Path file) {
        return course.within(file);
    }

    /** The page that shows this file, or this folder's text. */
    Optional<String> page(Path file) {
        String page = pages.get(file);
        return Optional.ofNullable(page != null ? page : pages.get(file.resolve("README.adoc")));
    }

    /** The files whose pages look different once this one has: its own, and its lecture's text. */
    List<Path> shownBy(Path file) {
        List<Path> shown = new ArrayList<>();
        if (pages.containsKey(file)) shown.add(file);
        for (Lecture lecture : lectures) {
            boolean program = lecture.programs().stream().anyMatch(p -> p.file().equals(file));
            if (program) shown.add(lecture.text());
        }
        return shown;
    }

    /** The exercises of a lecture, or none. */
    Optional<Path> brief(Lecture lecture) {
        Path brief =
                course.root().resolve("exercises").resolve(lecture.name()).resolve("README.adoc");
        return briefs.contains(brief) ? Optional.of(brief) : Optional.empty();
    }

    /** The lecture whose folder a file stands in, or whose exercise it belongs to. */
    Optional<Lecture> lecture(Path file) {
        String folder = file.getParent().getFileName().toString();
        return lectures.stream().filter(l -> l.name().equals(folder)).findFirst();
    }

    /** A program by its file's name without the ending, in this folder before any other. */
    Optional<Program> program(Path folder, String name) {
        List<Program> named =
                lectures.stream()
                        .flatMap(l -> l.programs().stream())
                        .filter(p -> p.file().getFileName().toString().startsWith(name + "."))
                        .toList();
        return named.stream()
                .filter(p -> p.file().getParent().equals(folder))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
