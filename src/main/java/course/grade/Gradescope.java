package course.grade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Status;
import course.grade.Outcome.Test;

/**
 * A submission as Gradescope's {@code results.json}. What was printed while it was graded is for
 * the instructor: the tests say what a student may know.
 */
final class Gradescope {
    private Gradescope() {}

    static ObjectNode of(Graded g) {
        Outcome o = g.outcome();
        ObjectNode root = Json.object();
        root.put("score", o.score());
        root.put("execution_time", o.millis() / 1000.0);
        root.put("output", g.handed().file() + ": " + o.score() + " of " + o.max()
                + " points\nContained by: " + o.containment());
        root.put("output_format", "text").put("test_output_format", "text");
        root.put("test_name_format", "text");
        root.put("visibility", "visible").put("stdout_visibility", "hidden");
        root.putObject("extra_data").put("exercise", g.handed().exercise())
                .put("seed", g.seed()).put("version", g.version());
        ArrayNode tests = root.putArray("tests");
        for (Test t : o.tests()) {
            ObjectNode test = tests.addObject();
            test.put("name", t.title()).put("number", String.valueOf(tests.size()));
            test.put("score", t.points()).put("max_score", t.max());
            test.put("status", t.status() == Status.PASSED ? "passed" : "failed");
            test.put("output", Feedback.text(g, t));
            test.putArray("tags").add(t.hidden() ? "hidden check" : "open check");
            test.putObject("extra_data").put("test", t.name());
        }
        return root;
    }
}
