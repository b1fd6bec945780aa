package course.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds, among many works in one language, the pairs that resemble each other. Works are not
 * compared with each other one by one: an index of their fingerprints (winnowing) tells which have
 * any in common, and only the most promising pairs are looked at closely. What many have in common
 * is the weakest hint, so it is what is left out when there is too much.
 */
public final class Comparison {
    /** So many tokens in a row, two lines or so, are no coincidence yet; more may be. */
    static final int GRAM = 16;

    /** Whoever has written less than this has not written enough to be suspected. */
    static final int LEAST = 40;

    static final int THRESHOLD = 60;
    static final int MOST_PAIRS = 300;
    private static final long MOST_COUNTS = 60_000_000;
    private static final int WHOSE = 20;

    /**
     * What a comparison has found.
     *
     * @param tooShort how many works have too little of their own to be compared
     * @param pairs the most similar first
     */
    public record Found(int compared, int tooShort, List<Pair> pairs) {}

    private record Hint(int first, int second, double share) {
        static final Comparator<Hint> WEAKEST =
                Comparator.comparingDouble(Hint::share)
                        .thenComparingInt(h -> -h.first)
                        .thenComparingInt(h -> -h.second);
    }

    private final List<Document> documents = new ArrayList<>();
    private int tooShort;

    private Comparison(Ground ground, List<Work> works) {
        for (Work work : works) {
            Document document = new Document(work, ground);
            if (document.ownCount >= LEAST) documents.add(document);
            else tooShort++;
        }
    }

    public static Found of(Ground ground, List<Work> works) {
        return new Comparison(ground, works).found();
    }

    private Found found() {
        List<Pair> pairs = hints().stream()
                .map(h -> Tiling.of(documents.get(h.first), documents.get(h.second)))
                .filter(p -> p.greater() >= THRESHOLD && p.tokens() >= LEAST)
                .sorted(Pair.ORDER)
                .toList();
        return new Found(documents.size(), tooShort, pairs);
    }

    /** The pairs that share the greatest part of their fingerprints. */
    private List<Hint> hints() {
        long[] index = index();
        int[] begins = runs(index);
        boolean[] counts = counting(begins);
        int[][] runsOf = runsOf(index, begins);
        PriorityQueue<Hint> best = new PriorityQueue<>(Hint.WEAKEST);
        int[] shared = new int[documents.size()];
        int[] met = new int[documents.size()];
        for (int second = 0; second < documents.size(); second++) {
            int others = 0;
            for (int run : runsOf[second]) {
                if (!counts[run]) continue;
                for (int i = begins[run]; i < begins[run + 1] && whose(index[i]) < second; i++) {
                    int first = whose(index[i]);
                    if (shared[first]++ == 0) met[others++] = first;
                }
            }
            for (int i = 0; i < others; i++) {
                best.add(hint(met[i], second, shared[met[i]]));
                shared[met[i]] = 0;
                if (best.size() > MOST_PAIRS) best.remove();
            }
        }
        return List.copyOf(best);
    }

    private Hint hint(int first, int second, int shared) {
        int fewer = Math.min(documents.get(first).fingerprints.length,
                documents.get(second).fingerprints.length);
        return new Hint(first, second, (double) shared / fewer);
    }

    /** Every fingerprint with whose it is in its last bits, sorted. */
    private long[] index() {
        long[] index = new long[documents.stream().mapToInt(d -> d.fingerprints.length).sum()];
        int at = 0;
        for (int i = 0; i < documents.size(); i++) {
            for (long f : documents.get(i).fingerprints) index[at++] = f << WHOSE | i;
        }
        Arrays.sort(index);
        return index;
    }

    private static int whose(long entry) {
        return (int) entry & (1 << WHOSE) - 1;
    }

    /** Where in the index each fingerprint begins, and where the last one ends. */
    private static int[] runs(long[] index) {
        int[] begins = new int[index.length + 1];
        int count = 0;
        for (int i = 0; i < index.length; i++) {
            if (i == 0 || index[i] >>> WHOSE != index[i - 1] >>> WHOSE) begins[count++] = i;
        }
        begins[count] = index.length;
        return Arrays.copyOf(begins, count + 1);
    }

    /** The rarest count first, and as many as there is time for. */
    private static boolean[] counting(int[] begins) {
        boolean[] counts = new boolean[begins.length - 1];
        Integer[] rarest = new Integer[counts.length];
        for (int i = 0; i < rarest.length; i++) rarest[i] = i;
        Arrays.sort(rarest, Comparator.comparingInt(run -> begins[run + 1] - begins[run]));
        long left = MOST_COUNTS;
        for (int run : rarest) {
            long size = begins[run + 1] - begins[run];
            left -= size * (size - 1) / 2;
            if (left < 0) break;
            counts[run] = true;
        }
        return counts;
    }

    private int[][] runsOf(long[] index, int[] begins) {
        int[][] runsOf = new int[documents.size()][];
        int[] count = new int[documents.size()];
        for (int i = 0; i < runsOf.length; i++) {
            runsOf[i] = new int[documents.get(i).fingerprints.length];
        }
        for (int run = 0; run < begins.length - 1; run++) {
            for (int i = begins[run]; i < begins[run + 1]; i++) {
                int whose = whose(index[i]);
                runsOf[whose][count[whose]++] = run;
            }
        }
        return runsOf;
    }
}
