package course.check;

import course.wire.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a check.
 *
 * @param trouble why no test could be run: what the compiler said, or how the program ended; empty
 *     if they were
 * @param containment what kept the program from doing harm
 */
public record Report(String exercise, Path file, long seed, List<Result> tests,
        Optional<String> trouble, String containment) {
    public enum Status {
        PASSED, FAILED,
        /** Another test failed, without which this one says nothing. */
        SKIPPED,
        /** The program could not even be started. */
        NOT_RUN
    }

    /**
     * What came of one test.
     *
     * @param name of the test method
     * @param points earned
     * @param because why it was skipped
     * @param story of a failed test, as far as it may be shown
     */
    public record Result(
            String name,
            String title,
            int points,
            int max,
            Status status,
            Optional<String> because,
            Optional<Story> story,
            Optional<Mistake> mistake,
            String hint,
            String lecture) {}

    public int score() {
        return tests.stream().mapToInt(Result::points).sum();
    }

    public int max() {
        return tests.stream().mapToInt(Result::max).sum();
    }

    public boolean fullMarks() {
        return score() == max();
    }
}
