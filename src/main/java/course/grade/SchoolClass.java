package course.grade;

import course.submit.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * All that came of a grading.
 *
 * @param graded sorted by student and exercise
 * @param refused what was found and could not be taken
 * @param superseded what its student replaced
 * @param containment what kept the programs from doing harm
 * @param likenesses what resembles what; none, if nobody asked
 */
public record SchoolClass(
        List<Graded> graded,
        List<Refusal> refused,
        List<Handed> superseded,
        String containment,
        List<Likeness> likenesses) {
    public SchoolClass(List<Graded> graded, List<Refusal> refused, List<Handed> superseded,
            String containment) {
        this(graded, refused, superseded, containment, List.of());
    }

    public SchoolClass comparing(List<Likeness> likenesses) {
        return new SchoolClass(graded, refused, superseded, containment, likenesses);
    }

    SequencedMap<String, List<Graded>> byStudent() {
        SequencedMap<String, List<Graded>> students = new TreeMap<>();
        for (Graded g : graded) {
            students.computeIfAbsent(g.handed().student(), s -> new ArrayList<>()).add(g);
        }
        return students;
    }

    public long broken() {
        return graded.stream().filter(g -> !g.counts()).count();
    }

    /** With what was graded anew in the place of what it replaces. */
    public SchoolClass with(List<Graded> latest) {
        List<Graded> now = graded.stream()
                .map(old -> latest.stream()
                        .filter(g -> g.handed().student().equals(old.handed().student())
                                && g.handed().exercise().equals(old.handed().exercise()))
                        .findFirst().orElse(old))
                .toList();
        return new SchoolClass(now, refused, superseded, containment, likenesses);
    }
}
