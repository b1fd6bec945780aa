package course.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of measuring one thing: a number from each round, or why there is none.
 *
 * @param rounds in the order in which they were measured
 */
record Finding(List<Double> rounds, Optional<String> why) {
    static Finding of(double value) {
        return new Finding(List.of(value), Optional.empty());
    }

    static Finding none(String why) {
        return new Finding(List.of(), Optional.of(why));
    }

    /** Both together; one round without a number leaves the whole without. */
    Finding and(Finding next) {
        if (why.isPresent()) return this;
        if (next.why.isPresent()) return next;
        List<Double> all = new ArrayList<>(rounds);
        all.addAll(next.rounds);
        return new Finding(List.copyOf(all), Optional.empty());
    }

    boolean found() {
        return why.isEmpty();
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** How far apart the rounds are, in parts of the median. */
    double spread() {
        double least = rounds.stream().min(Double::compare).orElseThrow();
        double most = rounds.stream().max(Double::compare).orElseThrow();
        return median() == 0 ? 0 : (most - least) / median();
    }
}
