package course.similarity;

import java.util.Arrays;

/**
 * A program as it is compared: what kind each token is, and where it stands in the text.
 *
 * @param kinds the same number for the same keyword or sign, and one for all names
 * @param from where each begins in the text, and {@code to} where it ends
 */
record Tokens(int[] kinds, int[] from, int[] to) {
    int count() {
        return kinds.length;
    }

    /** What these many tokens are, from each place on, as one number. */
    long[] grams(int length) {
        long[] grams = new long[Math.max(0, count() - length + 1)];
        for (int i = 0; i < grams.length; i++) {
            long sum = 1;
            for (int j = i; j < i + length; j++) sum = mixed(sum * 31 + kinds[j]);
            grams[i] = sum;
        }
        return grams;
    }

    private static long mixed(long x) {
        x = (x ^ x >>> 30) * 0xbf58476d1ce4e5b9L;
        x = (x ^ x >>> 27) * 0x94d049bb133111ebL;
        return x ^ x >>> 31;
    }

    /** Tokens as they are found. */
    static final class Growing {
        private int[] kinds = new int[512];
        private int[] from = new int[512];
        private int[] to = new int[512];
        private int count;

        int count() {
            return count;
        }

        int kind(int i) {
            return kinds[i];
        }

        boolean endsWith(int kind) {
            return count > 0 && kinds[count - 1] == kind;
        }

        void add(int kind, int begin, int end) {
            if (count == kinds.length) {
                kinds = Arrays.copyOf(kinds, 2 * count);
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            kinds[count] = kind;
            from[count] = begin;
            to[count++] = end;
        }

        void cutTo(int length) {
            count = length;
        }

        /** The last one goes on up to here. */
        void stretch(int end) {
            to[count - 1] = end;
        }

        Tokens done() {
            return new Tokens(Arrays.copyOf(kinds, count), Arrays.copyOf(from, count),
                    Arrays.copyOf(to, count));
        }
    }
}
