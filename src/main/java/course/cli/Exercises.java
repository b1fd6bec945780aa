package course.cli;

import course.check.Standings;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the exercise that one means. */
final class Exercises {
    /** Further apart than this, a guess annoys more than it helps. */
    private static final int NEAR = 4;

    private Exercises() {}

    /**
     * As it is called, or as a script's alias would be: {@code GreetingServer}, {@code
     * greeting-server}.
     */
    static Exercise named(String name, Course course) {
        List<Exercise> all = course.exercises();
        return all.stream()
                .filter(e -> plain(e.name()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> Complaint.usage("no exercise " + name + suggestion(name, all)));
    }

    /** The first of these that has not full marks. */
    static Optional<Exercise> firstOpen(List<Exercise> some, Standings standings) {
        return some.stream().filter(e -> !Tally.done(e, standings)).findFirst();
    }

    /** All others, from the next one on and round to the one before. */
    static List<Exercise> after(Exercise one, List<Exercise> all) {
        int at = all.indexOf(one);
        List<Exercise> others = new ArrayList<>(all.subList(at + 1, all.size()));
        others.addAll(all.subList(0, at));
        return others;
    }

    private static String suggestion(String name, List<Exercise> all) {
        return all.stream()
                .filter(e -> distance(plain(e.name()), plain(name)) <= NEAR)
                .min(Comparator.comparingInt(e -> distance(plain(e.name()), plain(name))))
                .map(e -> ": did you mean " + e.name() + "?")
                .orElseGet(() ->
                        ": there is "
                                + all.stream()
                                        .map(Exercise::name)
                                        .collect(Collectors.joining(", ")));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]|\\.java$", "");
    }

    /** How many letters must be put in, left out or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
