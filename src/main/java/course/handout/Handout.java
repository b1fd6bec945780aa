package course.handout;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.script.FolderDraft;
import course.script.Lecture;
import course.script.Program;
import course.script.Syllabus;
import course.sync.Sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The student's edition of a course: what one reads, runs, writes and is checked by, and nothing
 * that tells how it is done. What goes in is chosen, and not what stays out: a file that somebody
 * left lying about is not handed out.
 */
public final class Handout {
    /** What says that a folder is a hand-out, and of which lectures. */
    public static final String MARK = ".handout";

    private static final List<String> AT_THE_TOP = List.of(
            "README.adoc", "LICENSE", "LICENSE-TEXT", "jbang", "jbang.cmd", "jbang.properties",
            "pom.xml", ".gitignore", ".gitattributes");
    private static final Set<String> FOR_TEACHERS = Set.of("teaching.adoc");
    private static final Set<String> PARTS = Set.of("lectures", "exercises", "solutions", "src");
    private static final Pattern READABLE =
            Pattern.compile("[^.].*\\.(adoc|tsv|java|c|h|py|txt|svg|png)");
    private static final Pattern HOME = Pattern.compile("lectures/([^/]+)/.*");

    private final Course course;
    private final Selection selection;
    private final boolean all;
    private final List<String> leftOut = new ArrayList<>();

    /** @param lectures {@code 1-6} or {@code 1,4,7-9}; all, if it is empty */
    public Handout(Course course, String lectures) {
        this.course = course;
        selection = Selection.of(course, lectures);
        all = course.lectures().stream().map(Lecture::name).allMatch(selection::has);
    }

    public Set<String> lectures() {
        return selection.names();
    }

    /** The lectures that are in it because its own front page runs their programs. */
    public List<String> besides() {
        return selection.besides();
    }

    /** What lies among the exercises, and is no part of one. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Writes it aside, and then to its place. */
    public void write(Path place) {
        refuseOurselves(place);
        try (FolderDraft draft = FolderDraft.at(place, MARK)) {
            fill(draft.folder());
            draft.settle("Handed out by course handout: "
                    + String.join(" ", selection.names()) + "\n");
        } catch (IOException e) {
            throw Complaint.machine(
                    "cannot write " + Course.shown(place) + ": " + e.getMessage());
        }
    }

    private void refuseOurselves(Path place) {
        Path to = place.toAbsolutePath().normalize();
        boolean above = course.root().startsWith(to);
        boolean within = to.startsWith(course.root()) && !above
                && PARTS.contains(course.root().relativize(to).getName(0).toString());
        if (above || within) {
            throw Complaint.usage(Course.shown(place) + " is a part of the course itself: name a"
                    + " folder elsewhere");
        }
    }

    private void fill(Path root) throws IOException {
        for (String name : AT_THE_TOP) {
            if (Files.exists(course.root().resolve(name))) copy(name, root);
        }
        catalog(root);
        everything("src/main", root);
        for (Path test : Tests.of(course)) copy(course.within(test), root);
        String order = "src/test/resources/junit-platform.properties";
        if (Files.exists(course.root().resolve(order))) copy(order, root);
        lectures(root);
        exercises(root);
        Course handedOut = new Course(root);
        if (!all && Syllabus.has(course)) {
            Tables tables = new Tables(course, selection);
            tables.write(root);
            for (Program program : handedOut.programs()) {
                List<String> lines = Files.readAllLines(program.file());
                Tables.write(program.file(), tables.program(lines));
            }
        }
        Sync.overviews(handedOut);
        new Texts(root).settle();
    }

    /** Text loses what is for the instructor; all else is what it was. */
    private void copy(String name, Path root) throws IOException {
        Path from = course.root().resolve(name);
        Path to = root.resolve(name);
        Files.createDirectories(to.getParent());
        if (name.endsWith(".adoc")) Tables.write(to, Texts.withoutInstructors(from));
        else Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void everything(String folder, Path root) throws IOException {
        for (Path file : files(course.root().resolve(folder), Integer.MAX_VALUE)) {
            if (!file.getFileName().toString().startsWith(".")) copy(course.within(file), root);
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void lectures(Path root) throws IOException {
        Path lectures = course.root().resolve("lectures");
        List<Path> files = new ArrayList<>(files(lectures, 1));
        for (String name : selection.names()) files.addAll(files(lectures.resolve(name), 1));
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!READABLE.matcher(name).matches() || FOR_TEACHERS.contains(name)) continue;
            copy(course.within(file), root);
        }
    }

    /** The skeletons as the briefs print them: the files may be somebody's work by now. */
    private void exercises(Path root) throws IOException {
        Set<Path> parts = new TreeSet<>();
        for (Exercise exercise : course.exercises()) {
            if (!selection.has(exercise.lecture())) continue;
            parts.addAll(List.of(exercise.brief(), exercise.check(), exercise.file()));
            copy(course.within(exercise.check()), root);
            Path brief = root.resolve(course.within(exercise.brief()));
            if (!Files.exists(brief)) copy(course.within(exercise.brief()), root);
            Path skeleton = root.resolve(course.within(exercise.file()));
            Tables.write(skeleton, exercise.skeleton());
            if (Files.isExecutable(exercise.file())) skeleton.toFile().setExecutable(true, false);
        }
        for (Path folder : parts.stream().map(Path::getParent).distinct().toList()) {
            for (Path file : files(folder, 1)) {
                if (!parts.contains(file)) leftOut.add(course.within(file));
            }
        }
    }

    private void catalog(Path root) throws IOException {
        String name = "jbang-catalog.json";
        ObjectMapper json = new ObjectMapper();
        ObjectNode catalog =
                (ObjectNode) json.readTree(course.root().resolve(name).toFile());
        if (catalog.get("aliases") instanceof ObjectNode aliases) {
            List<String> gone = new ArrayList<>();
            aliases.properties().forEach(alias -> {
                Matcher m = HOME.matcher(alias.getValue().path("script-ref").asText());
                if (m.matches() && !selection.has(m.group(1))) gone.add(alias.getKey());
            });
            aliases.remove(gone);
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        Files.writeString(root.resolve(name),
                json.writer(printer).writeValueAsString(catalog) + "\n");
    }
}
