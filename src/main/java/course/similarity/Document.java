package course.similarity;

import java.util.Arrays;

/** A work, taken apart. */
final class Document {
    /** Of so many neighbouring grams, at least one is a fingerprint. */
    private static final int WINDOW = 8;

    final Work work;
    final Tokens tokens;
    final long[] grams;

    /** Which tokens are not from the common ground. */
    final boolean[] own;

    final int ownCount;
    final long[] fingerprints;

    Document(Work work, Ground ground) {
        this.work = work;
        tokens = Lexer.tokens(ground.language(), work.text());
        grams = tokens.grams(Comparison.GRAM);
        own = new boolean[tokens.count()];
        Arrays.fill(own, true);
        boolean[] common = new boolean[grams.length];
        for (int i = 0; i < grams.length; i++) {
            common[i] = ground.has(grams[i]);
            if (common[i]) Arrays.fill(own, i, i + Comparison.GRAM, false);
        }
        int count = 0;
        for (boolean one : own) if (one) count++;
        ownCount = count;
        fingerprints = fingerprints(common);
    }

    /** The smallest gram of each window, so that what two works share has one in both. */
    private long[] fingerprints(boolean[] common) {
        long[] rank = grams.clone();
        for (int i = 0; i < rank.length; i++) if (common[i]) rank[i] = Long.MAX_VALUE;
        long[] chosen = new long[rank.length];
        int count = 0;
        for (int end = Math.min(WINDOW, rank.length); end > 0 && end <= rank.length; end++) {
            int least = Math.max(0, end - WINDOW);
            for (int i = least; i < end; i++) if (rank[i] < rank[least]) least = i;
            if (rank[least] != Long.MAX_VALUE) chosen[count++] = rank[least];
        }
        return Arrays.stream(chosen, 0, count).sorted().distinct().toArray();
    }
}
