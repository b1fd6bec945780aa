package course.grade;

import course.check.Asked;
import course.check.Examiner;
import course.check.Ink;
import course.check.Mistake;
import course.check.Report;
import course.check.Report.Result;
import course.check.Report.Status;
import course.check.Telling;
import course.grade.Outcome.Named;
import course.grade.Outcome.Test;
import course.run.Containment;
import course.run.ResidentCompiler;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where one program after another is examined: a process of its own, in a network of its own, that
 * reads tasks and writes outcomes. What it writes is all that is believed.
 */
final class Workbench {
    private static final Duration A_FILE = Duration.ofSeconds(20);

    private final Course course;
    private final Path desk = Path.of("").toAbsolutePath();
    private final Pulse pulse = new Pulse();
    private final Examiner examiner;

    private Workbench(Course course, Workshop workshop, boolean failsClosed) {
        this.course = course;
        Examiner any = new Examiner(workshop, Patience.USUAL);
        examiner = failsClosed ? any.failingClosed() : any;
    }

    /** @param args the course, the shelf for what is built, and whether no program may run free */
    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Course course = new Course(Path.of(args[0]));
        try (ResidentCompiler compiler = new ResidentCompiler(Containment.here(), A_FILE);
                var tasks = new BufferedReader(
                        new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Workshop workshop = new Workshop(Path.of(args[1]), compiler);
            Workbench bench = new Workbench(course, workshop, Boolean.parseBoolean(args[2]));
            for (String line; (line = tasks.readLine()) != null; ) {
                answers.print(Json.line(Json.of(bench.outcome(line))));
                answers.flush();
            }
        }
    }

    private Outcome outcome(String line) {
        try {
            return outcome(Task.of(Json.read(line)));
        } catch (Json.Foreign e) {
            throw new IllegalStateException("the grader writes tasks in another way", e);
        } catch (IOException e) {
            return Outcome.broken("cannot read the submission: " + e.getMessage(),
                    Containment.here().title());
        } catch (Complaint c) {
            return Outcome.broken(c.getMessage(), Containment.here().title());
        }
    }

    private Outcome outcome(Task task) throws IOException {
        long begun = System.nanoTime();
        pulse.begins();
        Exercise exercise = course.exercise(task.exercise()).orElseThrow(() ->
                Complaint.machine("there is no exercise " + task.exercise()));
        // here it stands alone, and in no message is a place but its name
        Path file = desk.resolve(task.file().getFileName().toString());
        Files.copy(task.file(), file, StandardCopyOption.REPLACE_EXISTING);
        Report report = examiner.examine(exercise, file, task.seed(),
                Asked.openly(exercise).only(task.only()));
        List<Test> tests = new ArrayList<>(tests(report, false));
        Set<String> doubtful = new HashSet<>(doubtful(report));
        if (task.hidden() && Files.exists(exercise.hiddenCheck())) {
            Report hidden = examiner.examine(exercise, file, task.seed(),
                    Asked.secretly(exercise).only(task.only()));
            tests.addAll(tests(hidden, true));
            doubtful.addAll(doubtful(hidden));
        }
        Files.delete(file);
        return new Outcome(false, report.containment(), report.trouble().map(this::placeless),
                List.copyOf(tests), (System.nanoTime() - begun) / 1_000_000, doubtful);
    }

    /** Whoever was waited for in vain while the machine itself was late gets another chance. */
    private Set<String> doubtful(Report report) {
        Set<String> doubtful = new HashSet<>();
        if (!pulse.wasLate()) return doubtful;
        for (Result r : report.tests()) {
            boolean itsOwnBytesAreWrong =
                    r.story().flatMap(s -> s.missed()).filter(m -> m.wrong() >= 0).isPresent();
            boolean waited = r.status() == Status.FAILED && !itsOwnBytesAreWrong;
            if (waited || r.status() == Status.NOT_RUN) doubtful.add(r.name());
        }
        return doubtful;
    }

    private List<Test> tests(Report report, boolean hidden) {
        return report.tests().stream().map(r -> test(r, hidden)).toList();
    }

    private Test test(Result r, boolean hidden) {
        return new Test(r.name(), r.title(), r.points(), r.max(), r.status(), r.because(), hidden,
                r.mistake().map(Workbench::named), r.hint(),
                r.mistake().map(Mistake::lecture).orElse(r.lecture()),
                r.story().map(s -> Telling.lines(s, Ink.PLAIN)).orElse(List.of()).stream()
                        .map(this::placeless).toList(),
                r.story().map(Sequence::of).orElse(Sequence.NONE));
    }

    private static Named named(Mistake m) {
        return new Named(m.name(), m.title(), m.hint());
    }

    /** Python names the whole path of what it runs, which is another one in each run. */
    private String placeless(String text) {
        return text.replace(desk + "/", "");
    }
}
