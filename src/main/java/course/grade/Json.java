package course.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Status;
import course.grade.Outcome.Named;
import course.grade.Outcome.Test;
import course.submit.Roster;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was graded, as it is written down and read again. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** It is JSON, but was not written here. */
    static final class Foreign extends Exception {
        Foreign(String what) {
            super(what);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String line(ObjectNode node) {
        return node.toString() + "\n";
    }

    static String pretty(ObjectNode node) {
        return node.toPrettyString() + "\n";
    }

    static JsonNode read(String line) throws Foreign {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Foreign("no JSON");
        }
    }

    static ObjectNode of(Graded g) {
        ObjectNode node = of(g.handed());
        node.put("seed", g.seed()).put("version", g.version()).put("graded", g.at().toString());
        node.set("outcome", of(g.outcome()));
        return node;
    }

    static Graded graded(JsonNode node) throws Foreign {
        return new Graded(handed(node), number(node, "seed"), text(node, "version"),
                outcome(node.path("outcome")), instant(node, "graded").orElseThrow(
                        () -> new Foreign("no time")));
    }

    static ObjectNode of(Handed h) {
        ObjectNode node = object();
        node.put("student", h.student()).put("exercise", h.exercise()).put("file", h.file());
        node.put("sha256", h.sha256());
        h.at().ifPresent(at -> node.put("submitted", at.toString()));
        node.put("late", h.late());
        strings(node.putArray("remarks"), h.remarks());
        node.put("origin", h.origin());
        return node;
    }

    static Handed handed(JsonNode node) throws Foreign {
        return new Handed(text(node, "student"), text(node, "exercise"), text(node, "file"),
                text(node, "sha256"), instant(node, "submitted"), node.path("late").asBoolean(),
                strings(node, "remarks"), text(node, "origin"));
    }

    static ObjectNode of(Roster.Student s) {
        ObjectNode node = object();
        node.put("id", s.id()).put("name", s.name()).put("email", s.email());
        strings(node.putArray("others"), s.others());
        return node;
    }

    static Roster.Student student(JsonNode node) throws Foreign {
        return new Roster.Student(text(node, "id"), text(node, "name"), text(node, "email"),
                strings(node, "others"));
    }

    static ObjectNode of(Outcome o) {
        ObjectNode node = object();
        node.put("status", o.broken() ? "broken" : "graded");
        if (!o.broken()) node.put("score", o.score()).put("max", o.max());
        node.put("containment", o.containment());
        o.trouble().ifPresent(t -> node.put("trouble", t));
        ArrayNode tests = node.putArray("tests");
        o.tests().forEach(t -> test(tests.addObject(), t));
        node.put("millis", o.millis());
        if (!o.doubtful().isEmpty()) {
            strings(node.putArray("doubtful"), new TreeSet<>(o.doubtful()));
        }
        return node;
    }

    static Outcome outcome(JsonNode node) throws Foreign {
        List<Test> tests = new ArrayList<>();
        for (JsonNode test : node.path("tests")) tests.add(test(test));
        return new Outcome(text(node, "status").equals("broken"), text(node, "containment"),
                optional(node, "trouble"), List.copyOf(tests), number(node, "millis"),
                Set.copyOf(strings(node, "doubtful")));
    }

    private static void test(ObjectNode node, Test t) {
        node.put("name", t.name()).put("title", t.title());
        node.put("points", t.points()).put("max", t.max());
        node.put("status", t.status().name().toLowerCase(Locale.ROOT));
        t.because().ifPresent(b -> node.put("because", b));
        node.put("hidden", t.hidden());
        t.mistake().ifPresent(m -> node.put("mistake", m.name()).put("mistakeTitle", m.title())
                .put("mistakeHint", m.hint()));
        node.put("hint", t.hint()).put("lecture", t.lecture());
        strings(node.putArray("story"), t.story());
        strings(node.putArray("peers"), t.sequence().peers());
        ArrayNode steps = node.putArray("sequence");
        t.sequence().steps().forEach(s -> steps.addObject()
                .put("kind", s.kind().name().toLowerCase(Locale.ROOT)).put("peer", s.peer())
                .put("text", s.text()));
    }

    private static Test test(JsonNode node) throws Foreign {
        Optional<Named> mistake = node.has("mistake")
                ? Optional.of(new Named(text(node, "mistake"), text(node, "mistakeTitle"),
                        text(node, "mistakeHint")))
                : Optional.empty();
        List<Sequence.Step> steps = new ArrayList<>();
        for (JsonNode step : node.path("sequence")) {
            steps.add(new Sequence.Step(one(Sequence.Kind.class, step, "kind"),
                    (int) number(step, "peer"), text(step, "text")));
        }
        return new Test(text(node, "name"), text(node, "title"), (int) number(node, "points"),
                (int) number(node, "max"), one(Status.class, node, "status"),
                optional(node, "because"), node.path("hidden").asBoolean(), mistake,
                text(node, "hint"), text(node, "lecture"), strings(node, "story"),
                new Sequence(strings(node, "peers"), List.copyOf(steps)));
    }

    static void strings(ArrayNode array, Collection<String> all) {
        all.forEach(array::add);
    }

    static List<String> strings(JsonNode node, String name) {
        List<String> all = new ArrayList<>();
        node.path(name).forEach(s -> all.add(s.asText()));
        return List.copyOf(all);
    }

    static String text(JsonNode node, String name) throws Foreign {
        if (!node.path(name).isTextual()) throw new Foreign("no " + name);
        return node.path(name).asText();
    }

    static Optional<String> optional(JsonNode node, String name) throws Foreign {
        return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    static long number(JsonNode node, String name) throws Foreign {
        if (!node.path(name).isIntegralNumber()) throw new Foreign("no " + name);
        return node.path(name).asLong();
    }

    private static Optional<Instant> instant(JsonNode node, String name) throws Foreign {
        try {
            return optional(node, name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Foreign(name + " is no time");
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kind, JsonNode node, String name)
            throws Foreign {
        try {
            return Enum.valueOf(kind, text(node, name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Foreign(name + " is unknown");
        }
    }
}
