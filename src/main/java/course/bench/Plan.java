package course.bench;

import java.time.Duration;
import java.util.List;

/**
 * How to measure.
 *
 * @param connections how many are open at a time, ascending
 * @param time for each number, in each round
 * @param warmUp what is done for so long before, or for 2000 connections, does not count: a JVM
 *     compiles what runs often
 */
public record Plan(List<Integer> connections, Duration time, int rounds, Duration warmUp) {
    static final int WARM_UP_CONNECTIONS = 2000;

    /** Together: the next one comes while a server still says good-bye to the last. */
    static final int AT_ONCE = 8;

    /** Fewer tell nothing: who is slower gets more time. */
    static final int FEWEST_CONNECTIONS = 20;

    /** Each leaves a port behind that cannot be used again for a while. */
    static final int MOST_CONNECTIONS = 10_000;

    static final Duration TO_OPEN = Duration.ofSeconds(10);
    static final Duration TO_START = Duration.ofSeconds(10);

    public Plan {
        connections = connections.stream().sorted().distinct().toList();
    }
}
