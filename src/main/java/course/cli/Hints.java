package course.cli;

import course.check.Standings;
import course.script.Exercise;

import java.util.List;

/** The hints of an exercise, as they are handed out. */
record Hints(Exercise exercise, Standings standings) {
    /** One more than last time. */
    String next() {
        List<String> hints = exercise.hints();
        int given = standings.nextHint(exercise, hints.size());
        if (given < hints.size()) return told(hints, given, given + 1);
        return "Those were all %d hints; once more: course hint %s --all%n"
                .formatted(hints.size(), exercise.name())
                + lecture();
    }

    String all() {
        List<String> hints = exercise.hints();
        standings.allHints(exercise, hints.size());
        return told(hints, 0, hints.size());
    }

    private String told(List<String> hints, int from, int to) {
        StringBuilder told = new StringBuilder();
        for (int i = from; i < to; i++) {
            told.append("hint %d of %d%n%s%n%n".formatted(i + 1, hints.size(), hints.get(i)));
        }
        return to == hints.size() ? told + lecture() : told.toString();
    }

    private String lecture() {
        return "The lecture knows more: lectures/%s/README.adoc%n".formatted(exercise.lecture());
    }
}
