package course.grade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Status;
import course.grade.Outcome.Test;
import course.script.Complaint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A submission as Classroom 50's {@code result.json}. Whose it is, and of what, says the runner in
 * the environment, and nobody else knows it: so there is only one in a run.
 *
 * @param environment the runner's
 */
record Classroom50(Map<String, String> environment) {
    private static final String SCHEMA = "classroom50/result/v1";
    private static final Pattern TAG_TIME = Pattern.compile(
            "submit/(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)Z-.+");

    static Classroom50 here() {
        return new Classroom50(System.getenv());
    }

    /** Whether all is said that a result needs. */
    void check() {
        submission(identity(Json.object()));
    }

    ObjectNode of(Graded g) {
        Outcome o = g.outcome();
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        submission(identity(root));
        root.put("graded_at", seconds(g.at()));
        root.put("score", o.score()).put("max-score", o.max());
        ArrayNode tests = root.putArray("tests");
        for (Test t : o.tests()) {
            tests.addObject().put("test-name", t.title())
                    .put("passed", t.status() == Status.PASSED)
                    .put("score", t.points()).put("max-score", t.max())
                    .put("output", Feedback.text(g, t));
        }
        return root;
    }

    private ObjectNode identity(ObjectNode root) {
        root.put("classroom", said("CLASSROOM")).put("assignment", said("ASSIGNMENT"));
        root.put("assignment_type", environment.getOrDefault("ASSIGNMENT_TYPE", "individual"));
        return root.put("owner", said(environment.containsKey("OWNER") ? "OWNER" : "USERNAME"));
    }

    private void submission(ObjectNode root) {
        root.put("submission", tag());
        root.put("commit", said("COMMIT_URL")).put("release", said("RELEASE_URL"));
        String review = environment.getOrDefault("REVIEW_URL", "");
        root.put("review", review.isBlank() ? said("COMMIT_URL") : review);
        root.put("datetime", seconds(submitted()));
    }

    private String said(String name) {
        String value = environment.getOrDefault(name, "");
        if (!value.isBlank()) return value;
        throw Complaint.usage("--format classroom50 is for its runner, which sets " + name
                + ": course package classroom50 makes what it runs");
    }

    private String tag() {
        String tag = said("SUBMISSION_TAG");
        if (tag.startsWith("submit/")) return tag;
        throw Complaint.usage("SUBMISSION_TAG: " + tag + " does not begin with submit/");
    }

    /** When it was committed, which no regrading moves; else the time in its tag. */
    private Instant submitted() {
        String committed = environment.getOrDefault("COMMIT_TIME", "");
        Matcher tag = TAG_TIME.matcher(tag());
        try {
            if (!committed.isBlank()) return OffsetDateTime.parse(committed).toInstant();
            if (tag.matches()) {
                return Instant.parse("%sT%s:%s:%sZ".formatted(
                        tag.group(1), tag.group(2), tag.group(3), tag.group(4)));
            }
        } catch (DateTimeException e) {
            throw Complaint.usage("COMMIT_TIME or SUBMISSION_TAG has no time: " + e.getMessage());
        }
        throw Complaint.usage("neither COMMIT_TIME nor SUBMISSION_TAG says when it was committed");
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
