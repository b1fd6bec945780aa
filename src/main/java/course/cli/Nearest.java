package course.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that is nearest to a mistyped one. */
final class Nearest {
    private Nearest() {}

    /** One to suggest, if any is near enough that it may have been meant. */
    static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(k ->
                        distance(typed, k) <= Math.max(2, k.length() / 3) || k.startsWith(typed))
                .min(Comparator.comparingInt(k -> distance(typed, k)));
    }

    /** As the end of a complaint: {@code ; did you mean x?} */
    static String question(String typed, Collection<String> known) {
        return to(typed, known).map(k -> "; did you mean " + k + "?").orElse("");
    }

    /** How many letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase();
        String to = b.toLowerCase();
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
