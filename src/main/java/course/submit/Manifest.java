package course.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a bundle says of itself.
 *
 * @param course the edition of all exercises together
 * @param tool that made it: {@code course 1}
 * @param time on the student's clock, in whole seconds
 * @param students the ids of all who made it
 */
public record Manifest(
        String course, String tool, Instant time, List<String> students, List<Work> works) {
    /** The one name in every bundle. */
    static final String FILE = "manifest.json";

    static final int LARGEST = 256 << 10;

    private static final String FORMAT = "course submission 1";
    private static final int MOST_WORKS = 100;
    private static final int MOST_STUDENTS = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    /** Times that a zip can hold, too. */
    private static final Instant FIRST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * One program.
     *
     * @param edition of the exercise
     * @param file as the student calls it
     * @param open what the open check gave; empty if it could not be run
     */
    public record Work(String exercise, String edition, String file, long bytes, String sha256,
            Optional<Open> open) {
        /** Where it lies in the bundle. */
        String path() {
            return exercise + "/" + file;
        }
    }

    /** The open check's result, and how to get it again. */
    public record Open(int score, int max, long seed) {}

    /** The same bytes on every machine. */
    byte[] json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("format", FORMAT);
        root.put("course", course);
        root.put("tool", tool);
        root.put("time", time.toString());
        ArrayNode ids = root.putArray("students");
        students.forEach(ids::add);
        ArrayNode all = root.putArray("exercises");
        works.forEach(w -> write(w, all.addObject()));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            String text = new ObjectMapper().writer(printer).writeValueAsString(root);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void write(Work work, ObjectNode node) {
        node.put("name", work.exercise());
        node.put("edition", work.edition());
        node.put("file", work.file());
        node.put("bytes", work.bytes());
        node.put("sha256", work.sha256());
        work.open().ifPresent(o -> node.putObject("open")
                .put("score", o.score()).put("max", o.max()).put("seed", o.seed()));
    }

    /** Believes nothing: what is not as it is written here is refused. */
    static Manifest of(byte[] json) throws Unreadable {
        JsonNode root;
        try {
            ObjectMapper strict = JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
            root = strict.readTree(json);
        } catch (IOException e) {
            throw new Unreadable("has a manifest that is no JSON");
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new Unreadable("has a manifest of another kind than \"" + FORMAT + "\"");
        }
        List<String> students = new ArrayList<>();
        for (JsonNode id : list(root, "students", MOST_STUDENTS)) {
            if (!id.isTextual() || !StudentId.fits(id.asText())) throw wrong("students");
            students.add(id.asText());
        }
        List<Work> works = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : list(root, "exercises", MOST_WORKS)) {
            Work work = work(node);
            if (!names.add(StudentId.key(work.exercise()))) throw wrong("exercises");
            works.add(work);
        }
        String tool = text(root, "tool");
        if (tool.length() > 40 || EntryName.flaw(tool).isPresent()) throw wrong("tool");
        return new Manifest(matching(root, "course", DIGITS), tool, time(root), students, works);
    }

    private static Work work(JsonNode node) throws Unreadable {
        String file = text(node, "file");
        if (!EntryName.isProgram(file)) throw wrong("file");
        return new Work(matching(node, "name", NAME), matching(node, "edition", DIGITS), file,
                number(node, "bytes"), matching(node, "sha256", DIGITS), open(node));
    }

    private static Optional<Open> open(JsonNode work) throws Unreadable {
        JsonNode open = work.path("open");
        if (open.isMissingNode()) return Optional.empty();
        long score = number(open, "score");
        long max = number(open, "max");
        if (score > max || max > Integer.MAX_VALUE) throw wrong("score");
        return Optional.of(new Open((int) score, (int) max, number(open, "seed")));
    }

    private static Instant time(JsonNode root) throws Unreadable {
        try {
            Instant time = Instant.parse(text(root, "time"));
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) return time;
        } catch (DateTimeException none) {
            // as if it had been impossible
        }
        throw wrong("time");
    }

    private static JsonNode list(JsonNode node, String name, int most) throws Unreadable {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty() || list.size() > most) throw wrong(name);
        return list;
    }

    private static String text(JsonNode node, String name) throws Unreadable {
        if (!node.path(name).isTextual()) throw wrong(name);
        return node.path(name).asText();
    }

    private static String matching(JsonNode node, String name, Pattern pattern)
            throws Unreadable {
        String text = text(node, name);
        if (!pattern.matcher(text).matches()) throw wrong(name);
        return text;
    }

    private static long number(JsonNode node, String name) throws Unreadable {
        JsonNode number = node.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
            throw wrong(name);
        }
        return number.asLong();
    }

    private static Unreadable wrong(String name) {
        return new Unreadable("has a manifest whose \"" + name + "\" cannot be right");
    }
}
