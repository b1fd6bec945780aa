package course.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.submit.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written when all is graded: a page and a JSON file for each student, and for the class
 * also JUnit XML.
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
    public void write(SchoolClass all) {
        try {
            Path students = Files.createDirectories(out.resolve("students"));
            Set<String> written = new HashSet<>();
            for (Map.Entry<String, List<Graded>> e : all.byStudent().entrySet()) {
                String name = fileName(e.getKey());
                written.add(name + ".html");
                written.add(name + ".json");
                Draft.replace(students.resolve(name + ".html"),
                        StudentPage.of(e.getKey(), e.getValue()));
                Draft.replace(students.resolve(name + ".json"), Json.pretty(student(e)));
            }
            clear(students, written);
            likenesses(all.likenesses());
            Draft.replace(out.resolve("results.xml"), JUnitXml.of(all.graded()));
            Draft.replace(out.resolve("index.html"), ClassPage.of(all));
            Draft.replace(out.resolve(CLASS), Json.pretty(json(all)));
        } catch (IOException e) {
            throw Complaint.machine("cannot write to " + Course.shown(out) + ": " + e.getMessage());
        }
    }

    private void likenesses(List<Likeness> likenesses) throws IOException {
        Path folder = out.resolve(SIMILARITY);
        if (!likenesses.isEmpty()) Files.createDirectories(folder);
        if (!Files.exists(folder)) return;
        Set<String> written = new HashSet<>();
        for (Likeness likeness : likenesses) {
            if (likeness.found().pairs().isEmpty()) continue;
            String name = likeness.name() + ".html";
            written.add(name);
            Draft.replace(folder.resolve(name), LikenessPage.of(likeness));
        }
        clear(folder, written);
        if (likenesses.isEmpty()) Files.delete(folder);
    }

    /** Of those who are not in the class any more. */
    private static void clear(Path students, Set<String> written) throws IOException {
        try (Stream<Path> all = Files.list(students)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(".html") || name.endsWith(".json");
                if (ours && !written.contains(name)) Files.delete(file);
            }
        }
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

    private static ObjectNode json(SchoolClass all) {
        ObjectNode root = Json.object();
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
        return root;
    }

    /** Whether the class that was written last was compared. */
    public boolean tellSimilarity() {
        return Files.exists(out.resolve(SIMILARITY));
    }

    /** The class as it was written last; the journal has what became of each. */
    public SchoolClass read(List<Graded> journal) {
        Path file = out.resolve(CLASS);
        if (!Files.exists(file)) {
            throw Complaint.usage(Course.shown(out) + " holds no finished grading: course grade"
                    + " makes one");
        }
        try {
            return read(Json.read(Files.readString(file)), journal);
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
        return new SchoolClass(List.copyOf(graded), List.copyOf(refused),
                List.copyOf(superseded), Json.text(root, "containment"));
    }
}
