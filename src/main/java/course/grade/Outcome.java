package course.grade;

import course.check.Report.Status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of examining one program.
 *
 * @param trouble why no test could be run; where the grader broke, how
 * @param millis it took
 * @param doubtful the tests that failed while the machine was late, and do not count yet
 */
public record Outcome(
        boolean broken,
        String containment,
        Optional<String> trouble,
        List<Test> tests,
        long millis,
        Set<String> doubtful) {
    /**
     * What came of one test, as far as the student may know it.
     *
     * @param hidden whether it is of the instructor's own check
     * @param story of a failure, line by line
     * @param sequence of the messages in it; empty if there were none
     */
    public record Test(
            String name,
            String title,
            int points,
            int max,
            Status status,
            Optional<String> because,
            boolean hidden,
            Optional<Named> mistake,
            String hint,
            String lecture,
            List<String> story,
            Sequence sequence) {}

    /** A mistake that was recognised. */
    public record Named(String name, String title, String hint) {}

    /** The grader itself broke, which costs nobody points. */
    static Outcome broken(String how, String containment) {
        return new Outcome(true, containment, Optional.of(how), List.of(), 0, Set.of());
    }

    public int score() {
        return tests.stream().mapToInt(Test::points).sum();
    }

    public int max() {
        return tests.stream().mapToInt(Test::max).sum();
    }

    Optional<Test> test(String name) {
        return tests.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** With what came of some of its tests when they were run again. */
    Outcome with(Outcome again) {
        Map<String, Test> all = new LinkedHashMap<>();
        for (Test test : tests) all.put(test.name(), test);
        for (Test test : again.tests) all.put(test.name(), test);
        return new Outcome(false, again.containment, again.trouble, List.copyOf(all.values()),
                millis + again.millis, again.doubtful);
    }

    /** It counts as it stands. */
    Outcome settled() {
        return new Outcome(broken, containment, trouble, tests, millis, Set.of());
    }
}
