package course.grade;

import java.util.List;

/** Earned, of those that were to be had where the grader did not break. */
record Points(int earned, int max, long broken) {
    static Points of(List<Graded> graded) {
        List<Graded> counted = graded.stream().filter(Graded::counts).toList();
        return new Points(
                counted.stream().mapToInt(g -> g.outcome().score()).sum(),
                counted.stream().mapToInt(g -> g.outcome().max()).sum(),
                graded.size() - counted.size());
    }

    String told() {
        return earned + " of " + max + " points"
                + (broken == 0 ? "" : "; " + broken + " not graded, which costs nothing");
    }
}
