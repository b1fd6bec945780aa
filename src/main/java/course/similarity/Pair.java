package course.similarity;

import java.util.Comparator;
import java.util.List;

/**
 * Two works that have more in common than they should.
 *
 * @param tokens how many tokens they have in common, without those that everybody had
 */
public record Pair(Side left, Side right, int tokens) {
    /** The most similar first; the greater share counts, as a copy may hide in something longer. */
    static final Comparator<Pair> ORDER =
            Comparator.comparingInt((Pair p) -> -Math.max(p.left.percent, p.right.percent))
                    .thenComparingInt(p -> -Math.min(p.left.percent, p.right.percent))
                    .thenComparingInt(p -> -p.tokens)
                    .thenComparing(p -> p.left.work.students().toString())
                    .thenComparing(p -> p.right.work.students().toString());

    /**
     * One of the two.
     *
     * @param percent how much of what is its own is also in the other
     * @param passages in the order of the text
     */
    public record Side(Work work, int percent, List<Passage> passages) {}

    int greater() {
        return Math.max(left.percent, right.percent);
    }
}
