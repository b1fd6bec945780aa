package course.check;

import course.check.Report.Result;
import course.check.Report.Status;
import course.script.Course;
import course.script.Exercise;
import course.script.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The laws of one exercise that are proved by checking programs whose marks are known. */
final class ProgramLaws {
    private static final int SEEDS = 1000;

    private final Exercise exercise;
    private final Course course;
    private final Examiner examiner;

    ProgramLaws(Exercise exercise, Course course, Examiner examiner) {
        this.exercise = exercise;
        this.course = course;
        this.examiner = examiner;
    }

    List<Law> all() {
        List<Law> laws = new ArrayList<>();
        laws.add(law("the skeleton earns what the brief says", this::skeleton));
        for (Language language : Language.values()) {
            Path solution = exercise.solution(language);
            if (!Files.exists(solution)) continue;
            laws.add(law("full marks in " + language.label(), () -> fullMarks(solution)));
        }
        for (Attempt attempt : Attempt.at(exercise).attempts()) {
            laws.add(law("the marks of " + attempt.name(), () -> marks(attempt)));
        }
        return laws;
    }

    private Law law(String name, Supplier<List<Breach>> breaches) {
        return new Law(exercise.name(), name, breaches);
    }

    /** From the brief: the file may have been edited by whoever works on the exercise. */
    private List<Breach> skeleton() {
        String text = String.join("\n", exercise.skeleton()) + "\n";
        Path skeleton = Sheet.copy(course, exercise.name() + ".java", text);
        int promised = Promise.of(exercise.section()).map(Promise::skeleton).orElse(0);
        Report report = examined(skeleton);
        if (report.score() == promised) return List.of();
        return List.of(found(report, exercise.file(), 1, "the skeleton earns " + marks(report)
                + ", the brief says " + promised));
    }

    private List<Breach> fullMarks(Path solution) {
        Report report = examined(solution);
        if (report.fullMarks()) return List.of();
        return List.of(found(report, solution, 1, "earns " + marks(report) + ", fails "
                + String.join(", ", names(report, s -> s != Status.PASSED))));
    }

    private List<Breach> marks(Attempt attempt) {
        Report report = examined(attempt.file(), Set.copyOf(attempt.fails()));
        List<Breach> breaches = new ArrayList<>();
        String marks = attempt.marks() + " of " + attempt.of();
        if (!marks.equals(marks(report))) {
            breaches.add(found(report, attempt.file(), attempt.line("Marks"),
                    "says " + marks + ", earns " + marks(report)));
            // then nothing of what follows can be true either
            if (report.trouble().isPresent()) return breaches;
        }
        compare(attempt, "Fails", attempt.fails(), names(report, s -> s == Status.FAILED), report)
                .ifPresent(breaches::add);
        compare(attempt, "Skips", attempt.skips(), names(report, ProgramLaws::notRun), report)
                .ifPresent(breaches::add);
        List<String> expected = attempt.mistakes().stream().map(Mistake::name).toList();
        List<String> recognised = report.tests().stream().flatMap(t -> t.mistake().stream())
                .distinct().map(Mistake::name).toList();
        compare(attempt, "Mistake", expected, recognised, report).ifPresent(breaches::add);
        return breaches;
    }

    private Optional<Breach> compare(Attempt attempt, String key, List<String> said,
            List<String> seen, Report report) {
        if (new HashSet<>(said).equals(new HashSet<>(seen))) return Optional.empty();
        return Optional.of(found(report, attempt.file(), attempt.line(key),
                "should say \"" + key + ": " + String.join(", ", seen) + "\", says \""
                        + String.join(", ", said) + "\""));
    }

    private Report examined(Path file) {
        return examined(file, Set.of());
    }

    private Report examined(Path file, Set<String> foreseen) {
        return examiner.examine(exercise, file, ThreadLocalRandom.current().nextInt(SEEDS),
                Asked.openly(exercise).foreseeing(foreseen));
    }

    private static boolean notRun(Status status) {
        return status != Status.PASSED && status != Status.FAILED;
    }

    private static List<String> names(Report report, Predicate<Status> status) {
        return report.tests().stream().filter(t -> status.test(t.status())).map(Result::name)
                .toList();
    }

    private static String marks(Report report) {
        return report.score() + " of " + report.max();
    }

    /** With the seed, so that one can look at the same run again. */
    private Breach found(Report report, Path file, int line, String message) {
        String replay = "course check " + exercise.name() + " --file "
                + Course.shown(report.file()) + " --seed " + report.seed();
        String trouble = report.trouble().map(t -> ". " + firstSentence(t)).orElse("");
        return new Breach(file, line, message + trouble + "; " + replay,
                TextReport.of(report, Ink.PLAIN, replay));
    }

    /** {@code It does not compile:} is none without the line that follows. */
    private static String firstSentence(String trouble) {
        List<String> lines = trouble.lines().limit(2).toList();
        return lines.getFirst().endsWith(":") ? String.join(" ", lines) : lines.getFirst();
    }
}
