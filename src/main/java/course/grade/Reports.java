package course.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.submit.Refusal;
import course.submit.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is written when all is graded: a page and a JSON file for each student, for the class also
 * JUnit XML, and what other formats are wanted.
 */
public final class Reports {
    private static final String CLASS = "class.json";
    private static final String SIMILARITY = "similarity";
    private static final int LONGEST_NAME = 60;

    private final Path out;

    public Reports(Path out) {
        this.out = out.toAbsolutePath();
    }

    /** Whoever reads meanwhile reads the old ones or the new ones, and never half of one. */
    public void write(SchoolClass all, Set<Format> formats) {
        try {
            Set<Path> wanted = new HashSet<>();
            for (Format format : formats) {
                for (Map.Entry<String, String> e : format.files(all).entrySet()) {
                    Path file = out.resolve(e.getKey());
                    Files.createDirectories(file.getParent());
                    Draft.replace(file, e.getValue());
                    wanted.add(file);
                }
            }
            for (Format format : Format.values()) clear(out.resolve(format.toString()), 2, wanted);
            if (!formats.contains(Format.CSV)) Files.deleteIfExists(out.resolve(MarksCsv.FILE));
            Path students = Files.createDirectories(out.resolve("students"));
            for (Map.Entry<String, List<Graded>> e : all.byStudent().entrySet()) {
                String name = fileName(e.getKey());
                Path page = students.resolve(name + ".html");
                Path json = students.resolve(name + ".json");
                Draft.replace(page, StudentPage.of(e.getKey(), e.getValue()));
                Draft.replace(json, Json.pretty(student(e)));
                wanted.addAll(List.of(page, json));
            }
            clear(students, 1, wanted);
            likenesses(all.likenesses());
            Draft.replace(out.resolve("results.xml"), JUnitXml.of(all.graded()));
            Draft.replace(out.resolve("index.html"), ClassPage.of(all));
            Draft.replace(out.resolve(CLASS), Json.pretty(json(all, formats)));
        } catch (IOException e) {
            throw Complaint.machine("cannot write to " + Course.shown(out) + ": " + e.getMessage());
        }
    }

    private void likenesses(List<Likeness> likenesses) throws IOException {
        Path folder = out.resolve(SIMILARITY);
        if (!likenesses.isEmpty()) Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        for (Likeness likeness : likenesses) {
            if (likeness.found().pairs().isEmpty()) continue;
            Path page = folder.resolve(likeness.name() + ".html");
            Draft.replace(page, LikenessPage.of(likeness));
            wanted.add(page);
        }
        clear(folder, 1, wanted);
        if (likenesses.isEmpty()) Files.deleteIfExists(folder);
    }

    /** Of those who are not in the class any more, or not wanted. */
    private static void clear(Path folder, int depth, Set<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> all = Files.walk(folder, depth)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                boolean ours = file.toString().matches(".*\\.(html|json|env)");
                if (ours && !wanted.contains(file)) Files.delete(file);
            }
        }
    }

    /** An exercise is a class; a journal from elsewhere may call it anything. */
    static String folderName(String exercise) {
        return exercise.matches("[A-Za-z][A-Za-z0-9]{0,60}") ? exercise : fileName(exercise);
    }

    /**
     * A name that no student can choose to be another's, or to lie elsewhere: one with other
     * characters gets a number that is its own, behind a mark that no plain name has.
     */
    static String fileName(String student) {
        if (student.matches("[a-z0-9][a-z0-9_-]*") && student.length() <= LONGEST_NAME) {
            return student;
        }
        String plain = student.replaceAll("[^A-Za-z0-9_-]", "_");
        plain = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return plain + "~" + Digest.of(student).shortened();
    }

    private static ObjectNode student(Map.Entry<String, List<Graded>> student) {
        ObjectNode root = Json.object();
        root.put("student", student.getKey());
        points(root, student.getValue());
        ArrayNode exercises = root.putArray("exercises");
        student.getValue().forEach(g -> {
            ObjectNode node = exercises.addObject();
            node.setAll(Json.of(g));
            node.remove("remarks");
            // how the grader broke is for whoever runs it
            if (!g.counts()) node.withObject("/outcome").remove("trouble");
        });
        return root;
    }

    private static void points(ObjectNode node, List<Graded> graded) {
        Points points = Points.of(graded);
        node.put("points", points.earned()).put("max", points.max());
        if (points.broken() > 0) node.put("broken", points.broken());
    }

    private static ObjectNode json(SchoolClass all, Set<Format> formats) {
        ObjectNode root = Json.object();
        all.share().ifPresent(s -> root.put("share", s.toString()));
        Json.strings(root.putArray("formats"), new TreeSet<>(formats).stream()
                .map(Format::toString).toList());
        root.put("containment", all.containment());
        points(root, all.graded());
        ArrayNode exercises = root.putArray("exercises");
        for (Statistics s : Statistics.of(all.graded())) {
            ObjectNode node = exercises.addObject();
            node.put("exercise", s.exercise()).put("programs", s.graded().size());
            node.put("mean", s.mean()).put("max", s.max());
            ArrayNode bins = node.putArray("distribution");
            for (int bin : s.distribution()) bins.add(bin);
            ArrayNode tests = node.putArray("tests");
            s.tests().forEach(t -> tests.addObject().put("name", t.name())
                    .put("passed", t.passed()).put("of", t.all()).put("hidden", t.hidden()));
            ArrayNode mistakes = node.putArray("mistakes");
            s.mistakes().forEach(m -> mistakes.addObject().put("name", m.name())
                    .put("programs", m.programs()));
        }
        ArrayNode submissions = root.putArray("submissions");
        all.graded().forEach(g -> {
            ObjectNode node = Json.of(g);
            node.withObject("/outcome").remove("tests");
            submissions.add(node);
        });
        if (!all.likenesses().isEmpty()) {
            root.set(SIMILARITY, LikenessPage.json(all.likenesses()));
        }
        ArrayNode refused = root.putArray("refused");
        all.refused().forEach(r ->
                refused.addObject().put("origin", r.origin()).put("reason", r.reason()));
        ArrayNode superseded = root.putArray("superseded");
        all.superseded().forEach(h -> superseded.add(Json.of(h)));
        ArrayNode roster = root.putArray("roster");
        all.roster().forEach(s -> roster.add(Json.of(s)));
        ArrayNode missing = root.putArray("missing");
        all.missing().forEach(s -> missing.add(s.id()));
        return root;
    }

    /** Whether the class that was written last was compared. */
    public boolean tellSimilarity() {
        return Files.exists(out.resolve(SIMILARITY));
    }

    /** The class as it was written last; the journal has what became of each. */
    public SchoolClass read(List<Graded> journal) {
        return last(root -> read(root, journal));
    }

    /** In which formats it was written last. */
    public Set<Format> formats() {
        return last(root -> {
            Set<Format> formats = EnumSet.noneOf(Format.class);
            for (String name : Json.strings(root, "formats")) {
                formats.add(Arrays.stream(Format.values()).filter(f -> f.toString().equals(name))
                        .findFirst().orElseThrow(() -> new Json.Foreign("no format " + name)));
            }
            return formats;
        });
    }

    private interface Reading<T> {
        T of(JsonNode root) throws Json.Foreign;
    }

    private <T> T last(Reading<T> reading) {
        Path file = out.resolve(CLASS);
        if (!Files.exists(file)) {
            throw Complaint.usage(Course.shown(out) + " holds no finished grading: course grade"
                    + " makes one");
        }
        try {
            return reading.of(Json.read(Files.readString(file)));
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(file) + ": " + e.getMessage());
        } catch (Json.Foreign e) {
            throw Complaint.machine(Course.shown(file) + " was not written by course grade: "
                    + e.getMessage());
        }
    }

    private static SchoolClass read(JsonNode root, List<Graded> journal) throws Json.Foreign {
        Map<Entry.Key, Graded> known = new HashMap<>();
        journal.forEach(g -> known.put(g.key(), g));
        List<Graded> graded = new ArrayList<>();
        for (JsonNode node : root.path("submissions")) {
            Graded summary = Json.graded(node);
            Graded whole = known.get(summary.key());
            if (summary.counts() && whole == null) throw new Json.Foreign("the journal lacks some");
            graded.add(summary.counts() ? whole.handedInAs(summary.handed()) : summary);
        }
        List<Refusal> refused = new ArrayList<>();
        for (JsonNode node : root.path("refused")) {
            refused.add(new Refusal(Json.text(node, "origin"), Json.text(node, "reason")));
        }
        List<Handed> superseded = new ArrayList<>();
        for (JsonNode node : root.path("superseded")) superseded.add(Json.handed(node));
        List<Roster.Student> roster = new ArrayList<>();
        for (JsonNode node : root.path("roster")) roster.add(Json.student(node));
        return new SchoolClass(List.copyOf(graded), List.copyOf(refused),
                List.copyOf(superseded), List.copyOf(roster), Json.text(root, "containment"),
                Json.optional(root, "share").map(Share::of));
    }
}
