package course.submit;

import course.script.Exercise;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a class has handed in, however it was collected: our bundles, plain source files, and what
 * Canvas and Moodle download, in a folder or in a zip. Of each student's submissions for an
 * exercise the latest is taken; nothing that anybody hands in makes it fail.
 */
public final class Intake implements AutoCloseable {
    /**
     * How to take in.
     *
     * @param exercises that there are
     * @param exercise to which a file belongs whose name says nothing
     * @param student whose everything is; else it is found out
     * @param due after which a submission is late
     * @param into the folder where the programs are to stay; else they are gone with the intake
     */
    public record Options(List<Exercise> exercises, Optional<Exercise> exercise,
            Optional<Roster> roster, Optional<String> student, Optional<Instant> due,
            Optional<Path> into) {
        public static Options of(List<Exercise> exercises) {
            return new Options(exercises, Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty());
        }

        public Options exercise(Exercise exercise) {
            return new Options(exercises, Optional.of(exercise), roster, student, due,
                    into);
        }

        public Options roster(Roster roster) {
            return new Options(exercises, exercise, Optional.of(roster), student, due, into);
        }

        /** @param id as it is to be called; whatever a bundle, a folder or a name says */
        public Options student(String id) {
            String typed = StudentId.typed(id).getFirst();
            return new Options(exercises, exercise, roster, Optional.of(typed), due, into);
        }

        public Options due(Instant due) {
            return new Options(exercises, exercise, roster, student, Optional.of(due), into);
        }

        public Options into(Path folder) {
            return new Options(exercises, exercise, roster, student, due,
                    Optional.of(folder));
        }
    }

    private final Shelf shelf;
    private final List<Submission> taken = new ArrayList<>();
    private final List<Submission> superseded = new ArrayList<>();
    private final List<Refusal> refused;

    private Intake(Shelf shelf, List<Candidate> candidates, List<Refusal> refused) {
        this.shelf = shelf;
        this.refused = refused.stream()
                .sorted(Comparator.comparing(Refusal::origin).thenComparing(Refusal::reason))
                .toList();
        Map<String, Set<Candidate>> twins = candidates.stream()
                .filter(c -> !c.skeleton())
                .collect(Collectors.groupingBy(c -> c.exercise() + c.sha256(),
                        Collectors.toSet()));
        Map<Candidate.Slot, List<Candidate>> slots = new TreeMap<>(
                Comparator.comparing(Candidate.Slot::student)
                        .thenComparing(Candidate.Slot::exercise));
        candidates.forEach(c ->
                slots.computeIfAbsent(c.slot(), s -> new ArrayList<>()).add(c));
        slots.values().forEach(all -> choose(all, twins));
    }

    /** @param folderOrZip or a single bundle, or a single program */
    public static Intake of(Path folderOrZip, Options options) {
        return of(folderOrZip, options, Limits.USUAL);
    }

    static Intake of(Path folderOrZip, Options options, Limits limits) {
        Shelf shelf = new Shelf(options.into());
        try {
            Collector collector = new Collector(options, limits, shelf);
            collector.collect(folderOrZip);
            return new Intake(shelf, collector.candidates(), collector.refused());
        } catch (RuntimeException e) {
            shelf.close();
            throw e;
        }
    }

    /** One for each student and exercise, in this order. */
    public List<Submission> taken() {
        return List.copyOf(taken);
    }

    /** What came before them, or is the same again. */
    public List<Submission> superseded() {
        return List.copyOf(superseded);
    }

    public List<Refusal> refused() {
        return refused;
    }

    /** Takes the programs away, unless a folder was given for them. */
    @Override
    public void close() {
        shelf.close();
    }

    private void choose(List<Candidate> all, Map<String, Set<Candidate>> twins) {
        all.sort(Candidate.BY_AGE);
        // who hands in the same twice in a row was done the first time
        int last = all.size() - 1;
        while (last > 0 && all.get(last - 1).sha256().equals(all.get(last).sha256())) last--;
        Candidate chosen = all.get(last);
        List<String> remarks = new ArrayList<>();
        if (all.size() > 1) remarks.add("one of " + all.size() + " that were handed in");
        if (chosen.late()) {
            all.stream().filter(c -> !c.late()).reduce((a, b) -> b)
                    .ifPresent(c -> remarks.add("an earlier one was in time: " + c.origin()));
        }
        Set<String> accounts = all.stream().map(Candidate::account).filter(a -> !a.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (accounts.size() > 1) {
            remarks.add("more than one account handed in for " + chosen.student() + ": "
                    + String.join(", ", accounts));
        }
        Set<String> others = new TreeSet<>();
        for (Candidate twin : twins.getOrDefault(
                chosen.exercise() + chosen.sha256(), Set.of())) {
            if (!chosen.team().contains(twin.student())) others.add(twin.student());
        }
        if (!others.isEmpty()) {
            remarks.add("byte for byte the same as that of " + String.join(", ", others));
        }
        taken.add(chosen.with(remarks));
        for (Candidate c : all) {
            if (c == chosen) continue;
            boolean same = c.sha256().equals(chosen.sha256());
            superseded.add(c.with(List.of(
                    (same ? "the same as " : "superseded by ") + chosen.origin())));
        }
    }
}
