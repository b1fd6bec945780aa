package course.check;

import course.script.Exercise;
import java.nio.file.Path;
import java.util.Set;

/**
 * Which questions are put to a program.
 *
 * @param check in which they stand
 * @param hidden whether that is the instructor's, of which a student sees no story
 * @param only the names of some of them, each asked alone; with them come those that need them. If
 *     there are no names, all are asked
 * @param foreseen the tests that are said to fail: if they do, nobody doubts it
 */
public record Asked(Path check, boolean hidden, Set<String> only, Set<String> foreseen) {
    public static Asked openly(Exercise exercise) {
        return new Asked(exercise.check(), false, Set.of(), Set.of());
    }

    public static Asked secretly(Exercise exercise) {
        return new Asked(exercise.hiddenCheck(), true, Set.of(), Set.of());
    }

    public Asked only(Set<String> names) {
        return new Asked(check, hidden, Set.copyOf(names), foreseen);
    }

    Asked foreseeing(Set<String> failures) {
        return new Asked(check, hidden, only, Set.copyOf(failures));
    }

    boolean all() {
        return only.isEmpty();
    }

    String className() {
        return check.getFileName().toString().replaceFirst("\\.java$", "");
    }
}
