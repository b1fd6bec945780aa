package course.grade;

import course.submit.Refusal;
import course.submit.Roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * All that came of a grading.
 *
 * @param graded sorted by student and exercise
 * @param refused what was found and could not be taken
 * @param superseded what its student replaced
 * @param roster all who are in the class; empty if nobody says
 * @param containment what kept the programs from doing harm
 * @param share which part of the class this is, if it is not the whole
 * @param likenesses what resembles what; none, if nobody asked
 */
public record SchoolClass(List<Graded> graded, List<Refusal> refused, List<Handed> superseded,
        List<Roster.Student> roster, String containment, Optional<Share> share,
        List<Likeness> likenesses) {
    public SchoolClass(List<Graded> graded, List<Refusal> refused, List<Handed> superseded,
            List<Roster.Student> roster, String containment, Optional<Share> share) {
        this(graded, refused, superseded, roster, containment, share, List.of());
    }

    public SchoolClass comparing(List<Likeness> likenesses) {
        return new SchoolClass(
                graded, refused, superseded, roster, containment, share, likenesses);
    }

    /** Who is in the roster and has handed in nothing of what was graded. */
    List<Roster.Student> missing() {
        // of the others' work, a part knows nothing
        if (share.isPresent()) return List.of();
        return roster.stream()
                .filter(s -> graded.stream().noneMatch(g -> is(s, g.handed().student())))
                .toList();
    }

    Optional<Roster.Student> student(String id) {
        return roster.stream().filter(s -> is(s, id)).findFirst();
    }

    private static boolean is(Roster.Student student, String id) {
        return student.id().equalsIgnoreCase(id);
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
        return new SchoolClass(
                now, refused, superseded, roster, containment, share, likenesses);
    }
}
