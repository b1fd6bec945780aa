package course.check;

import course.wire.Patience;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tests of one run share: where the program comes from, how patient to be, and the seed.
 *
 * @param fresh whether each test gets a copy of the program that nobody has talked to
 */
record Exam(
        Stable stable, Patience patience, long seed, boolean fresh, Map<String, Trial> trials) {
    Exam(Stable stable, Patience patience, long seed, boolean fresh) {
        this(stable, patience, seed, fresh, new ConcurrentHashMap<>());
    }

    Trial trial(String test) {
        return trials.computeIfAbsent(test, name -> new Trial(stable, patience, fresh));
    }
}
