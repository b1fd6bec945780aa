package course.check;

import course.wire.Patience;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tests of one run share: where the program comes from, how patient to be, and the seed.
 */
record Exam(Stable stable, Patience patience, long seed, Map<String, Trial> trials) {
    Exam(Stable stable, Patience patience, long seed) {
        this(stable, patience, seed, new ConcurrentHashMap<>());
    }

    Trial trial(String test) {
        return trials.computeIfAbsent(test, name -> new Trial(stable, patience));
    }
}
