package course.cli;

import course.grade.Format;
import course.grade.Graded;
import course.grade.Grading;
import course.grade.Handed;
import course.grade.JPlagTree;
import course.grade.Likeness;
import course.grade.SchoolClass;
import course.grade.Share;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.submit.Intake;
import course.submit.Roster;
import course.submit.Submission;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

@Command(
        name = "grade",
        description = "Grades the programs of a whole class, each contained, and writes reports.",
        footer = {
            "",
            "DIR gets a page for the class (index.html), one for each student, JSON and JUnit XML,",
            "and pages with programs that resemble each other.",
            "Several machines: --shard 1/4 on the first, …, then course merge.",
            "If it is interrupted, the same command goes on where it was."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all are graded",
            "2:wrong usage",
            "3:programs cannot be contained here, or the grader broke somewhere"
        },
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    private static final int MOST = 64;

    @Parameters(paramLabel = "SUBMISSIONS", description = "What was handed in.")
    Path submissions;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "For the reports.")
    Path out;

    @Option(
            names = "--exercise",
            paramLabel = "NAME",
            description = "Grades only this one, e.g. GreetingServer.")
    String exercise;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many programs at a time; else as many as there are processors.")
    int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--hidden",
            description = "The hidden checks in solutions/ count, too; only their hints are told.")
    boolean hidden;

    @Option(names = "--roster", paramLabel = "FILE", description = "Who is in the class.")
    Path roster;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            description = "When they were due, e.g. 2026-11-30T23:59: what comes later is marked.")
    String due;

    @Option(
            names = "--student",
            paramLabel = "ID",
            description = "All of it is this one's.")
    String student;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Grades only this part of the class, e.g. 2/4.")
    String shard;

    @Mixin Wanted wanted;

    @Mixin Content content;

    @Option(
            names = "--no-similarity",
            description = "Does not look which programs resemble each other.")
    boolean alone;

    @Option(
            names = "--jplag",
            paramLabel = "DIR",
            description = "Writes the programs as JPlag wants them, one folder a student, and what"
                    + " everybody had before apart.")
    Path jplag;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        if (workers < 1 || workers > MOST) {
            throw Complaint.usage("--workers: from 1 to " + MOST);
        }
        Optional<String> only =
                Optional.ofNullable(exercise).map(e -> Exercises.named(e, course)).map(
                        Exercise::name);
        Intake.Options options = Intake.Options.of(course.exercises());
        Optional<Roster> inClass = Optional.ofNullable(roster).map(Roster::of);
        if (inClass.isPresent()) options = options.roster(inClass.get());
        if (student != null) options = options.student(student);
        if (due != null) options = options.due(time(due));
        Optional<Share> share = Optional.ofNullable(shard).map(Share::of);
        if (wanted.formats.contains(Format.CLASSROOM50) && (student == null || exercise == null)) {
            throw Complaint.usage("--format classroom50 is for one program: --student ID --exercise"
                    + " NAME");
        }
        wanted.prepare();
        folder(out);
        PrintWriter err = spec.commandLine().getErr();
        SchoolClass all;
        try (Pace pace = new Pace(err);
                Intake intake = Intake.of(submissions, options)) {
            Grading.Manner manner = new Grading.Manner(workers, hidden, content.least());
            Grading grading = new Grading(course, out, manner, pace);
            Predicate<Submission> ours = s -> (only.isEmpty() || only.get().equals(s.exercise()))
                    && (share.isEmpty() || share.get().holds(s.student(), s.exercise()));
            List<Graded> graded = grading.grade(intake.taken().stream().filter(ours).toList());
            List<Handed> superseded =
                    intake.superseded().stream().filter(ours).map(Handed::of).toList();
            all = new SchoolClass(graded, intake.refused(), superseded,
                    inClass.map(Roster::students).orElse(List.of()), grading.containment(), share);
        }
        // who resembles whom is known when all parts are together
        if (!alone && share.isEmpty()) {
            all = all.comparing(Likeness.of(course, out, all.graded()));
        }
        if (jplag != null) new JPlagTree(course, out).write(all.graded(), jplag);
        PrintWriter say = spec.commandLine().getOut();
        wanted.write(all, out, say);
        return tell(all, out, say);
    }

    static void folder(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw Complaint.usage("--out: cannot make the folder " + out + ": " + e.getMessage());
        }
    }

    /** With a zone, or as the clock on the wall says. */
    private static Instant time(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw Complaint.usage("--due: " + text + " is no time like 2026-11-30T23:59");
        }
    }

    static int tell(SchoolClass all, Path out, PrintWriter say) {
        say.println(all.graded().size() + " programs are graded, contained by: "
                + all.containment());
        if (!all.refused().isEmpty()) {
            say.println(all.refused().size() + " things were not taken; the page says why");
        }
        if (all.broken() > 0) {
            say.println("The grader broke at " + all.broken()
                    + ", which costs nobody points; the same command tries again");
        }
        say.println(Course.shown(out.resolve("index.html")));
        say.flush();
        return all.broken() == 0 ? 0 : 3;
    }
}
