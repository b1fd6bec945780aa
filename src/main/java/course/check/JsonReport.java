package course.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Result;
import course.wire.Story;
import java.util.Locale;

/** A report as another program reads it. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(Report report) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("exercise", report.exercise());
        root.put("seed", report.seed());
        root.put("score", report.score());
        root.put("max", report.max());
        root.put("containment", report.containment());
        report.trouble().ifPresent(t -> root.put("trouble", t));
        ArrayNode tests = root.putArray("tests");
        report.tests().forEach(r -> result(tests.addObject(), r));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void result(ObjectNode test, Result r) {
        test.put("name", r.name());
        test.put("title", r.title());
        test.put("points", r.points());
        test.put("max", r.max());
        test.put("status", r.status().name().toLowerCase(Locale.ROOT));
        r.because().ifPresent(b -> test.put("because", b));
        ArrayNode story = test.putArray("story");
        r.story().ifPresent(s -> s.events().forEach(e -> event(story.addObject(), e)));
        r.mistake().ifPresent(m -> test.put("mistake", m.name()).put("mistakeTitle", m.title())
                .put("mistakeHint", m.hint()));
        test.put("hint", r.hint());
        test.put("lecture", r.lecture());
    }

    private static void event(ObjectNode node, Story.Event event) {
        node.put("kind", event.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        node.put("micros", event.micros());
        switch (event) {
            case Story.Step s -> node.put("number", s.number()).put("who", s.who())
                    .put("text", s.does());
            case Story.Sent s -> bytes(node.put("who", s.who()), s.bytes());
            case Story.Came c -> bytes(node.put("who", c.who()), c.bytes());
            case Story.Expected e -> bytes(node.put("who", e.who()), e.bytes());
            case Story.Befell b -> node.put("who", b.who()).put("text", b.what());
            case Story.Unread u -> node.put("who", u.who());
            case Story.End e -> node.put("who", e.who());
            case Story.Broke b -> node.put("who", b.who()).put("text", b.how());
            case Story.Launched l -> l.arguments().forEach(node.putArray("arguments")::add);
            case Story.Printed p -> node.put("stream", p.stream().name().toLowerCase(Locale.ROOT))
                    .put("text", p.text());
            case Story.Exited e -> node.put("exitStatus", e.status());
            case Story.Missed m ->
                    bytes(node.put("who", m.who()).put("text", m.what()).put("wrong", m.wrong()),
                    m.expected());
        }
    }

    private static void bytes(ObjectNode node, byte[] bytes) {
        node.put("hex", Telling.hex(bytes)).put("bytes", Quoted.bytes(bytes));
    }
}
