package course.check;

import course.wire.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the tests of one run share: where the program comes from, how patient to be, the seed, and
 * what has come of the tests so far.
 */
final class Exam {
    /** A test that hangs has deadlines of its own; all of them together are shorter than this. */
    private static final int LONGEST_TEST_SECONDS = 120;

    private final Stable stable;
    private final Patience patience;
    private final long seed;
    private final boolean fresh;
    private final Set<String> foreseen;
    private final Map<String, Trial> trials = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> passed = new ConcurrentHashMap<>();

    /**
     * @param fresh whether each test gets a copy of the program that nobody has talked to
     * @param foreseen the tests that are said to fail: these get such a copy in any case
     * @param known the tests of an earlier run that are not run again, and whether they passed
     */
    Exam(Stable stable, Patience patience, long seed, boolean fresh, Set<String> foreseen,
            Map<String, Boolean> known) {
        this.stable = stable;
        this.patience = patience;
        this.seed = seed;
        this.fresh = fresh;
        this.foreseen = foreseen;
        known.forEach(this::ended);
    }

    long seed() {
        return seed;
    }

    Trial trial(String test) {
        return trials.computeIfAbsent(test,
                name -> new Trial(stable, patience, fresh || foreseen.contains(name)));
    }

    void ended(String test, boolean passed) {
        outcome(test).complete(passed);
    }

    private CompletableFuture<Boolean> outcome(String test) {
        return passed.computeIfAbsent(test, name -> new CompletableFuture<>());
    }

    /** The first of these tests that has not passed; waits until they have ended. */
    Optional<String> failedOf(String... tests) {
        for (String test : tests) {
            try {
                if (!outcome(test).get(LONGEST_TEST_SECONDS, TimeUnit.SECONDS)) {
                    return Optional.of(test);
                }
            } catch (TimeoutException | ExecutionException e) {
                throw new IllegalStateException("waited for " + test + ", which never ended", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + test, e);
            }
        }
        return Optional.empty();
    }
}
