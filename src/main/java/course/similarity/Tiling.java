package course.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Covers two works with what they share, the longest parts first, in whatever order they stand
 * (greedy string tiling). Who wants to keep it busy for ever by a program of ten thousand
 * semicolons is compared less well, and no longer.
 */
final class Tiling {
    private static final int MOST_PLACES = 64;
    private static final int MOST_STEPS = 400_000;

    private record Tile(int left, int right, int length) {}

    private static final Comparator<Tile> LONGEST =
            Comparator.comparingInt((Tile t) -> -t.length)
                    .thenComparingInt(Tile::left)
                    .thenComparingInt(Tile::right);

    private final Document left;
    private final Document right;
    private final boolean[] leftCovered;
    private final boolean[] rightCovered;
    private final List<Passage> leftPassages = new ArrayList<>();
    private final List<Passage> rightPassages = new ArrayList<>();

    private Tiling(Document left, Document right) {
        this.left = left;
        this.right = right;
        leftCovered = new boolean[left.tokens.count()];
        rightCovered = new boolean[right.tokens.count()];
    }

    static Pair of(Document left, Document right) {
        Tiling tiling = new Tiling(left, right);
        tiling.matches().stream().sorted(LONGEST).forEach(tiling::lay);
        int leftShared = shared(left, tiling.leftCovered);
        int rightShared = shared(right, tiling.rightCovered);
        return new Pair(
                side(left, leftShared, tiling.leftPassages),
                side(right, rightShared, tiling.rightPassages),
                Math.min(leftShared, rightShared));
    }

    private static Pair.Side side(Document whose, int shared, List<Passage> passages) {
        int percent = whose.ownCount == 0 ? 0 : 100 * shared / whose.ownCount;
        List<Passage> inOrder =
                passages.stream().sorted(Comparator.comparingInt(Passage::from)).toList();
        return new Pair.Side(whose.work, percent, inOrder);
    }

    private static int shared(Document whose, boolean[] covered) {
        int shared = 0;
        for (int i = 0; i < covered.length; i++) if (covered[i] && whose.own[i]) shared++;
        return shared;
    }

    /** All that cannot be made longer on either end. */
    private List<Tile> matches() {
        Map<Long, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < left.grams.length; i++) {
            List<Integer> here = places.computeIfAbsent(left.grams[i], g -> new ArrayList<>());
            if (here.size() < MOST_PLACES) here.add(i);
        }
        int[] a = left.tokens.kinds();
        int[] b = right.tokens.kinds();
        List<Tile> tiles = new ArrayList<>();
        int steps = 0;
        for (int j = 0; j < right.grams.length; j++) {
            for (int i : places.getOrDefault(right.grams[j], List.of())) {
                if (steps++ > MOST_STEPS) return tiles;
                if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) continue;
                int length = 0;
                while (i + length < a.length && j + length < b.length
                        && a[i + length] == b[j + length]) {
                    length++;
                }
                steps += length;
                if (length >= Comparison.GRAM) tiles.add(new Tile(i, j, length));
            }
        }
        return tiles;
    }

    /** As far as it is still free: what is left of it may still be long enough to count. */
    private void lay(Tile tile) {
        int begun = 0;
        for (int i = 0; i <= tile.length; i++) {
            boolean free = i < tile.length
                    && !leftCovered[tile.left + i] && !rightCovered[tile.right + i];
            if (free) continue;
            if (i - begun >= Comparison.GRAM) {
                cover(tile.left + begun, tile.right + begun, i - begun);
            }
            begun = i + 1;
        }
    }

    private void cover(int i, int j, int length) {
        int number = leftPassages.size() + 1;
        for (int k = 0; k < length; k++) {
            leftCovered[i + k] = true;
            rightCovered[j + k] = true;
        }
        leftPassages.add(passage(number, left.tokens, i, length));
        rightPassages.add(passage(number, right.tokens, j, length));
    }

    private static Passage passage(int number, Tokens tokens, int first, int length) {
        return new Passage(number, tokens.from()[first], tokens.to()[first + length - 1]);
    }
}
