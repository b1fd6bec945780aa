package course.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a worker is to do.
 *
 * @param file which it reads and does not keep
 * @param only the tests that are to be run, each alone; all, if there are none
 */
record Task(String exercise, Path file, long seed, boolean hidden, Set<String> only) {
    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("exercise", exercise).put("file", file.toString()).put("seed", seed);
        node.put("hidden", hidden);
        Json.strings(node.putArray("only"), new TreeSet<>(only));
        return node;
    }

    static Task of(JsonNode node) throws Json.Foreign {
        return new Task(Json.text(node, "exercise"), Path.of(Json.text(node, "file")),
                Json.number(node, "seed"), node.path("hidden").asBoolean(),
                Set.copyOf(Json.strings(node, "only")));
    }
}
