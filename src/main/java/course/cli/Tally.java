package course.cli;

import course.check.Standing;
import course.check.Standings;
import course.script.Exercise;

import java.util.List;
import java.util.Map;

/** How far one is with all exercises. */
record Tally(int done, int exercises, int earned, int points) {
    private static final int BAR = 20;

    static Tally of(List<Exercise> exercises, Standings standings) {
        Map<String, Standing> all = standings.all();
        int done = 0;
        int earned = 0;
        int points = 0;
        for (Exercise e : exercises) {
            int best = best(e, all);
            if (best == e.points()) done++;
            earned += best;
            points += e.points();
        }
        return new Tally(done, exercises.size(), earned, points);
    }

    /** The points that count: a check that was worth more once does not give more now. */
    private static int best(Exercise exercise, Map<String, Standing> all) {
        Standing standing = all.getOrDefault(exercise.name(), Standing.NONE);
        return Math.min(standing.best(), exercise.points());
    }

    static boolean done(Exercise exercise, Standings standings) {
        return best(exercise, standings.all()) == exercise.points();
    }

    String words() {
        return "%d of %d exercises, %d of %d points".formatted(done, exercises, earned, points);
    }

    String bar() {
        int full = points == 0 ? 0 : BAR * earned / points;
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + words();
    }
}
