package course.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts what somebody does within a minute. */
final class Rate {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    /** Those beyond are not counted: an attacker's many names must not fill the memory. */
    private static final int MOST_NAMES = 20_000;

    private final LongSupplier nanos;
    private final Map<String, Integer> counts = new HashMap<>();
    private long began;

    /** @param nanos a clock like {@link System#nanoTime} */
    Rate(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** The how many-th time this is. */
    synchronized int count(String name) {
        long now = nanos.getAsLong();
        if (now - began >= MINUTE) {
            counts.clear();
            began = now;
        }
        if (counts.size() >= MOST_NAMES && !counts.containsKey(name)) return 1;
        return counts.merge(name, 1, Integer::sum);
    }
}
