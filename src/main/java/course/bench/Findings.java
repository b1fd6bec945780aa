package course.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** All that was measured of one rung. */
final class Findings {
    private final Map<Measure, Finding> all = new LinkedHashMap<>();

    /** Instead of what was found before: of the memory, the largest number tells most. */
    void put(Measure measure, Finding finding) {
        all.put(measure, finding);
    }

    Finding get(Measure measure) {
        return all.getOrDefault(measure, Finding.none("not measured"));
    }

    /** For whatever has not been measured, because of what. */
    void rest(Plan plan, String why) {
        all.putIfAbsent(Measure.CONNECTIONS, Finding.none(why));
        for (int open : plan.connections()) {
            all.putIfAbsent(Measure.roundTrips(open), Finding.none(why));
            all.putIfAbsent(Measure.median(open), Finding.none(why));
            all.putIfAbsent(Measure.tail(open), Finding.none(why));
        }
        all.putIfAbsent(Measure.MEMORY, Finding.none(why));
    }

    /** Adds those of one more round. */
    void add(Findings round) {
        round.all.forEach((measure, finding) -> all.merge(measure, finding, Finding::and));
    }

    Map<Measure, Finding> all() {
        return all;
    }
}
