package course.grade;

import course.grade.Crew.Job;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.submit.Submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Grades many programs, and safely: each is examined by a worker in a network of its own, and this
 * process neither compiles nor starts any of them. What has been graded is not graded again, unless
 * the program or what grades it has changed.
 */
public final class Grading {
    /** Any examination is over by then, unless the examiner hangs. */
    private static final Duration A_TASK = Duration.ofMinutes(5);

    private final Course course;
    private final Path out;
    private final Manner manner;
    private final Watch watch;
    private final Safety safety;
    private final Version version;

    /**
     * How it is done.
     *
     * @param hidden whether the instructor's own checks count, too
     * @param least what must contain the programs
     * @param aTask how long a worker may be silent
     */
    public record Manner(int workers, boolean hidden, Least least, Duration aTask) {
        public Manner(int workers, boolean hidden, Least least) {
            this(workers, hidden, least, A_TASK);
        }
    }

    /**
     * What a test was worth before it was run again, and now.
     *
     * @param before may be from a check that gave other points
     */
    public record Change(Graded before, Graded now, String test) {
        public boolean isOne() {
            return !told(before).equals(told(now));
        }

        /** {@code ada GreetingServer: atOnce 0/2 -> 2/2, 16 -> 18 of 20}. */
        public String told() {
            return "%s %s: %s %s \u2192 %s, %d \u2192 %d of %d".formatted(
                    now.handed().student(), now.handed().exercise(), test, told(before),
                    told(now), before.outcome().score(), now.outcome().score(),
                    now.outcome().max());
        }

        private String told(Graded graded) {
            if (!graded.counts()) return "the grader broke";
            return graded.outcome().test(test)
                    .map(t -> t.points() + "/" + t.max())
                    .orElse("not there");
        }
    }

    /** @param out gets the journal, the programs and, in the end, the reports */
    public Grading(Course course, Path out, Manner manner, Watch watch) {
        this.course = course;
        this.out = out.toAbsolutePath();
        this.manner = manner;
        this.watch = watch;
        safety = Safety.here(manner.least());
        version = new Version(safety.title());
    }

    /** What contains the programs. */
    public String containment() {
        return safety.title();
    }

    /** All of them, sorted by student and exercise. */
    public List<Graded> grade(List<Submission> submissions) {
        List<Entry> entries = new ArrayList<>();
        for (Submission s : submissions) {
            Handed handed = Handed.of(s);
            keep(s.file(), handed.in(files()));
            entries.add(new Entry(handed, version(handed, manner.hidden()), manner.hidden()));
        }
        try (Journal journal = Journal.in(out, watch::says)) {
            Map<Entry.Key, Graded> known = new HashMap<>();
            for (Graded g : journal.read()) known.put(g.key(), g);
            List<Again> todo = new ArrayList<>();
            List<Graded> done = new ArrayList<>();
            for (Entry e : entries.stream().sorted(Entry.ORDER).toList()) {
                Graded g = known.get(e.key());
                if (g == null) todo.add(new Again(e, null, Set.of()));
                else done.add(g.handedInAs(e.handed()));
            }
            return new Sitting(journal, entries).all(todo, done);
        }
    }

    /**
     * Runs one test again, for all programs that were graded with it, by the check as it is now.
     *
     * @param graded all that there are
     * @param exercise whose test it is; empty if that does not matter
     */
    public List<Change> regrade(List<Graded> graded, String test, String exercise) {
        List<Again> todo = new ArrayList<>();
        Map<String, Graded> before = new TreeMap<>();
        for (Graded g : graded) {
            boolean hasIt = g.outcome().test(test).isPresent();
            boolean meant = exercise.isEmpty() || g.handed().exercise().equals(exercise);
            if (!hasIt || !meant) continue;
            boolean hidden = g.outcome().tests().stream().anyMatch(Outcome.Test::hidden);
            Entry e = new Entry(g.handed(), version(g.handed(), hidden), hidden);
            todo.add(new Again(e, g.outcome(), Set.of(test)));
            before.put(place(g.handed()), g);
        }
        if (todo.isEmpty()) {
            throw Complaint.usage("no program was graded with a test " + test
                    + (exercise.isEmpty() ? "" : " of " + exercise));
        }
        try (Journal journal = Journal.in(out, watch::says)) {
            List<Entry> entries = todo.stream().map(Again::entry).toList();
            return new Sitting(journal, entries).all(todo, List.of()).stream()
                    .map(g -> new Change(before.get(place(g.handed())), g, test))
                    .toList();
        }
    }

    /** All that the journal of this folder tells, oldest first. */
    public static List<Graded> journal(Path out, Watch watch) {
        try (Journal journal = Journal.in(out.toAbsolutePath(), watch::says)) {
            return journal.read();
        }
    }

    private static String place(Handed handed) {
        return handed.student() + "\0" + handed.exercise();
    }

    private String version(Handed handed, boolean hidden) {
        Exercise exercise = course.exercise(handed.exercise()).orElseThrow(() ->
                Complaint.usage("there is no exercise " + handed.exercise()));
        return version.of(exercise, hidden);
    }

    private Path files() {
        return files(out);
    }

    /** Where the programs are kept that were graded into this folder. */
    static Path files(Path out) {
        return out.resolve("files");
    }

    /** Whoever grades again needs the program, wherever it was taken from. */
    private static void keep(Path program, Path kept) {
        if (Files.exists(kept)) return;
        try {
            Files.createDirectories(kept.getParent());
            Path draft = Files.createTempFile(kept.getParent(), ".", ".new");
            Files.copy(program, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Complaint.machine("cannot keep " + Course.shown(program) + ": " + e.getMessage());
        }
    }

    /**
     * Something to be examined, perhaps once more.
     *
     * @param before what came of it until now, or null
     * @param only the tests to run; all, if none are named
     */
    private record Again(Entry entry, Outcome before, Set<String> only) {
        /** Without a test that was run, one test alone would stand there without the others. */
        Set<String> tests() {
            return before == null || before.trouble().isPresent() ? Set.of() : only;
        }

        Outcome with(Outcome outcome) {
            return tests().isEmpty() ? outcome : before.with(outcome);
        }
    }

    /** One run: first several at a time, then alone whatever was lost or is in doubt. */
    private final class Sitting {
        private final Journal journal;
        private final int entries;
        private final Map<Entry.Key, Graded> graded = new ConcurrentHashMap<>();
        private final Map<Entry.Key, String> lost = new ConcurrentHashMap<>();

        Sitting(Journal journal, List<Entry> entries) {
            this.journal = journal;
            this.entries = entries.size();
        }

        List<Graded> all(List<Again> todo, List<Graded> done) {
            done.forEach(g -> graded.put(g.key(), g));
            watch.done(graded.size(), entries);
            boolean inDoubt = done.stream().anyMatch(g -> !g.outcome().doubtful().isEmpty());
            if (!todo.isEmpty() || inDoubt) {
                try (Crew crew = new Crew(course, safety, out, manner.aTask())) {
                    work(crew, todo, manner.workers(), false);
                    work(crew, unsettled(todo, done), 1, true);
                }
            }
            for (Again again : todo) {
                Entry e = again.entry();
                String how = lost.get(e.key());
                if (how != null) graded.put(e.key(), e.with(broken(how), now()));
            }
            return graded.values().stream().sorted(Graded.ORDER).toList();
        }

        private Outcome broken(String how) {
            return Outcome.broken(how, safety.title());
        }

        private void work(Crew crew, List<Again> todo, int workers, boolean alone) {
            List<Job<Again>> jobs = todo.stream()
                    .map(a -> new Job<>(a, a.entry().task(files(), a.tests())))
                    .toList();
            crew.work(jobs, Math.min(workers, jobs.size()), new Crew.Done<>() {
                @Override
                public void outcome(Job<Again> job, Outcome outcome) {
                    if (outcome.broken()) {
                        broke(job, outcome.trouble().orElse(""));
                    } else {
                        came(job.whose(), alone ? outcome.settled() : outcome);
                    }
                }

                @Override
                public void broke(Job<Again> job, String how) {
                    lost.put(job.whose().entry().key(), how);
                }
            });
        }

        private void came(Again again, Outcome outcome) {
            Entry e = again.entry();
            Graded g = e.with(again.with(outcome), now());
            journal.add(g);
            lost.remove(e.key());
            graded.put(e.key(), g);
            watch.done(graded.size(), entries);
        }

        private List<Again> unsettled(List<Again> todo, List<Graded> done) {
            List<Again> unsettled = new ArrayList<>();
            for (Again again : todo) {
                Graded g = graded.get(again.entry().key());
                if (g == null) unsettled.add(again);
                else doubts(again.entry(), g, unsettled);
            }
            for (Graded g : done) {
                doubts(new Entry(g.handed(), g.version(), manner.hidden()), g, unsettled);
            }
            if (!unsettled.isEmpty()) {
                watch.says(unsettled.size() + (unsettled.size() == 1 ? " is" : " are")
                        + " examined once more, alone: the machine was late, or a worker ended");
            }
            return unsettled;
        }

        private static void doubts(Entry entry, Graded g, List<Again> unsettled) {
            Set<String> doubtful = g.outcome().doubtful();
            if (doubtful.isEmpty()) return;
            unsettled.add(new Again(entry, g.outcome(), doubtful));
        }

        private Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
    }
}
