package course.grade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Status;
import course.grade.Outcome.Test;

import java.util.ArrayList;
import java.util.List;

/** A submission as check50 writes it: what was skipped is neither passed nor failed. */
final class Check50 {
    private static final String VERSION = "3.3.11";
    private static final int LOG = 100;

    private Check50() {}

    static ObjectNode of(Graded g) {
        ObjectNode root = Json.object();
        root.put("slug", "course/" + g.handed().exercise());
        if (g.counts()) {
            ArrayNode results = root.putArray("results");
            g.outcome().tests().forEach(t -> test(results.addObject(), g, t));
        } else {
            ObjectNode error = root.putObject("error");
            error.put("type", "GraderBroke");
            error.put("value", "the grader broke here, which costs nothing");
            error.putArray("traceback");
            error.putObject("data");
        }
        return root.put("version", VERSION);
    }

    private static void test(ObjectNode node, Graded g, Test t) {
        node.put("name", t.name()).put("description", t.title());
        switch (t.status()) {
            case PASSED -> node.put("passed", true);
            case FAILED, NOT_RUN -> node.put("passed", false);
            case SKIPPED -> node.putNull("passed");
        }
        Json.strings(node.putArray("log"), log(Feedback.lines(g, t)));
        if (t.status() == Status.PASSED) node.putNull("cause");
        else {
            node.putObject("cause").put("rationale", Feedback.reason(g, t))
                    .put("help", Feedback.hint(t));
        }
        node.putObject("data").put("points", t.points()).put("max", t.max());
        node.putNull("dependency");
    }

    private static List<String> log(List<String> lines) {
        if (lines.size() <= LOG) return lines;
        List<String> last = new ArrayList<>(
                lines.subList(lines.size() - LOG, lines.size()));
        last.addFirst("...");
        return last;
    }
}
