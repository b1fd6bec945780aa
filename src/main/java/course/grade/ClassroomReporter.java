package course.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import course.check.Report.Status;
import course.grade.Outcome.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the reporter of GitHub Classroom reads from its environment; the service is gone, copies of
 * the reporter are at work. Its table divides a runner's points equally among its tests, whatever
 * these are worth, so that each of ours is a runner of its own. What it prints, GitHub reads for
 * commands: none may come out of a student's program.
 */
final class ClassroomReporter {
    private static final int MESSAGE = 8000;

    private ClassroomReporter() {}

    /** Lines to be appended to {@code $GITHUB_ENV}; {@code RUNNERS} is the reporter's input. */
    static String of(Graded g) {
        if (!g.counts()) return lines(List.of("grading"), List.of(broken()));
        List<Test> tests = g.outcome().tests();
        List<String> runners = runners(tests);
        return lines(runners, tests.stream().map(t -> result(g, t)).toList());
    }

    private static String lines(List<String> runners, List<ObjectNode> results) {
        StringBuilder lines = new StringBuilder("RUNNERS=" + String.join(",", runners) + "\n");
        for (int i = 0; i < results.size(); i++) {
            byte[] json = results.get(i).toString().getBytes(StandardCharsets.UTF_8);
            lines.append(runners.get(i).toUpperCase(Locale.ROOT)).append("_RESULTS=")
                    .append(Base64.getEncoder().encodeToString(json)).append('\n');
        }
        return lines.toString();
    }

    /** Letters and digits, different even when all are capitals. */
    private static List<String> runners(List<Test> tests) {
        Set<String> taken = new HashSet<>();
        return tests.stream().map(t -> {
            String name = t.name().replaceAll("[^A-Za-z0-9]", "");
            String free = name;
            for (int i = 2; !taken.add(free.toUpperCase(Locale.ROOT)); i++) free = name + i;
            return free;
        }).toList();
    }

    private static ObjectNode result(Graded g, Test t) {
        String status = switch (t.status()) {
            case PASSED -> "pass";
            case FAILED, SKIPPED -> "fail";
            case NOT_RUN -> "error";
        };
        ObjectNode root = Json.object();
        root.put("version", 1).put("status", status).put("max_score", t.max());
        ObjectNode test = root.putArray("tests").addObject();
        test.put("name", harmless(t.title())).put("status", status);
        if (t.status() == Status.PASSED) test.putNull("message");
        else test.put("message", message(g, t));
        test.put("score", t.points());
        test.put("test_code", "course check " + g.handed().exercise());
        // where none is known, it must be 0
        test.put("filename", "").put("line_no", 0);
        return root;
    }

    private static ObjectNode broken() {
        ObjectNode root = Json.object();
        root.put("version", 1).put("status", "error").put("max_score", 0);
        root.putArray("tests").addObject().put("name", "grading").put("status", "error")
                .put("message", "the grader broke here, which costs nothing").put("score", 0)
                .put("test_code", "course grade").put("filename", "").put("line_no", 0);
        return root;
    }

    private static String message(Graded g, Test t) {
        String all = Feedback.lines(g, t).stream().map(ClassroomReporter::harmless)
                .collect(Collectors.joining("\n"));
        return all.substring(0, Math.min(MESSAGE, all.length()));
    }

    /** A command stands at the beginning of a line; an old kind of it, anywhere. */
    private static String harmless(String line) {
        return line.replaceFirst("^(\\s*)::", "$1: :").replace("##[", "# #[");
    }
}
