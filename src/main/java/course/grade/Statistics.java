package course.grade;

import course.check.Report.Status;
import course.grade.Outcome.Test;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a class did at one exercise. */
record Statistics(String exercise, List<Graded> graded) {
    private static final int BINS = 10;

    /** How many passed a test, of those who were graded with it. */
    record Tally(String name, String title, boolean hidden, int passed, int all) {
        Tally and(Test test) {
            int one = test.status() == Status.PASSED ? 1 : 0;
            return new Tally(name, title, hidden, passed + one, all + 1);
        }
    }

    /** A mistake that was recognised, and in how many programs. */
    record Counted(String name, String title, int programs) {}

    /** Exercise by exercise; where the grader broke, nothing can be said. */
    static List<Statistics> of(List<Graded> all) {
        Map<String, List<Graded>> byExercise = new TreeMap<>();
        for (Graded g : all) {
            if (!g.counts()) continue;
            byExercise.computeIfAbsent(g.handed().exercise(), e -> new ArrayList<>()).add(g);
        }
        return byExercise.entrySet().stream()
                .map(e -> new Statistics(e.getKey(), e.getValue())).toList();
    }

    double mean() {
        return graded.stream().mapToInt(g -> g.outcome().score()).average().orElse(0);
    }

    int max() {
        return graded.stream().mapToInt(g -> g.outcome().max()).max().orElse(0);
    }

    /** How many have 0 to 9 %, 10 to 19 %, … of the points; full marks are a bin of their own. */
    int[] distribution() {
        int[] bins = new int[BINS + 1];
        for (Graded g : graded) {
            Outcome o = g.outcome();
            bins[o.max() == 0 ? 0 : BINS * o.score() / o.max()]++;
        }
        return bins;
    }

    /** The hardest first. */
    List<Tally> tests() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (Graded g : graded) {
            for (Test t : g.outcome().tests()) {
                tallies.putIfAbsent(t.name(), new Tally(t.name(), t.title(), t.hidden(), 0, 0));
                tallies.computeIfPresent(t.name(), (name, tally) -> tally.and(t));
            }
        }
        return tallies.values().stream()
                .sorted(Comparator.comparingDouble(t -> (double) t.passed() / t.all()))
                .toList();
    }

    /** The most frequent first. */
    List<Counted> mistakes() {
        Map<String, Counted> counted = new TreeMap<>();
        for (Graded g : graded) {
            g.outcome().tests().stream().flatMap(t -> t.mistake().stream()).distinct()
                    .forEach(m -> counted.merge(m.name(), new Counted(m.name(), m.title(), 1),
                            (a, b) -> new Counted(a.name(), a.title(), a.programs() + 1)));
        }
        return counted.values().stream()
                .sorted(Comparator.comparingInt((Counted c) -> -c.programs())).toList();
    }
}
