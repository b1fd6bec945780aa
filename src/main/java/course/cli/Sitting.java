package course.cli;

import course.check.Examiner;
import course.check.Ink;
import course.check.Report;
import course.check.Standings;
import course.check.TextReport;
import course.run.Saves;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One sits at an exercise: each save is checked, each key obeyed, one thing after another. Only the
 * check itself runs beside, so that keys are answered while it does.
 */
final class Sitting {
    private static final int CTRL_D = 4;

    private sealed interface Event {}

    private record Saved(Exercise exercise) implements Event {}

    private record Gone(Exercise exercise) implements Event {}

    /** With the report, or why there is none. */
    private record Checked(Exercise exercise, Report report, Throwable failure)
            implements Event {}

    /** A byte of the input, -1 at its end. */
    private record Key(int code) implements Event {}

    private final Course course;
    private final Examiner examiner;
    private final Standings standings;
    private final Desk desk;
    private final Optional<Path> another;
    private final boolean stays;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private Exercise exercise;
    private Saves saves;
    private boolean checking;
    private boolean again;
    private boolean asking;
    private boolean ending;

    /**
     * @param another program than the skeleton; then one stays
     * @param stays at its exercise, even when that has full marks
     */
    Sitting(
            Course course,
            Examiner examiner,
            Standings standings,
            Desk desk,
            Optional<Path> another,
            boolean stays) {
        this.course = course;
        this.examiner = examiner;
        this.standings = standings;
        this.desk = desk;
        this.another = another;
        this.stays = stays;
    }

    /** Until the input ends, or the key for that. */
    void at(Exercise first) {
        Thread.ofPlatform().daemon().start(this::listen);
        desk.opens();
        try {
            take(first);
            while (!ending || desk.plain() && checking) obey(events.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            saves.close();
            desk.stops();
        }
    }

    private void listen() {
        try {
            for (int key; (key = System.in.read()) >= 0; ) events.add(new Key(key));
        } catch (IOException theTerminalIsGone) {
            // no more keys
        }
        events.add(new Key(-1));
    }

    private void obey(Event event) {
        try {
            switch (event) {
                case Saved s when s.exercise().equals(exercise) -> check();
                case Gone g when g.exercise().equals(exercise) -> desk.gone(exercise);
                case Checked c -> judge(c);
                case Key k -> key(k.code());
                case Saved _, Gone _ -> {
                    // of an exercise that one has left
                }
            }
        } catch (Complaint c) {
            desk.complains(c.getMessage());
        }
    }

    private void take(Exercise next) {
        if (saves != null) saves.close();
        exercise = next;
        saves =
                Saves.of(
                        program(),
                        () -> events.add(new Saved(next)),
                        () -> events.add(new Gone(next)));
        check();
    }

    private Path program() {
        return another.orElse(exercise.file());
    }

    /** Now, or once more after the check that runs now. */
    private void check() {
        again = checking;
        if (checking || ending) return;
        if (!Files.exists(program())) {
            desk.gone(exercise);
            return;
        }
        Exercise now = exercise;
        Path file = program();
        checking = true;
        desk.begins(now, file);
        CompletableFuture.supplyAsync(
                        () -> examiner.examine(now, file, Examiner.anySeed()),
                        work -> Thread.ofPlatform().daemon().start(work))
                .whenComplete((report, failure) -> events.add(new Checked(now, report, failure)));
    }

    private void judge(Checked checked) {
        checking = false;
        desk.stops();
        boolean left = !checked.exercise().equals(exercise);
        try {
            if (checked.failure() != null) desk.complains(reason(checked.failure()));
            else if (left) standings.mark(checked.exercise(), checked.report());
            else shows(checked.report());
        } finally {
            if (again) check();
        }
        boolean full = checked.report() != null && checked.report().fullMarks();
        if (full && !left && !checking) goOn();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Complaint complaint) return complaint.getMessage();
        throw new IllegalStateException(cause);
    }

    private void shows(Report report) {
        desk.shows(
                TextReport.of(
                        report,
                        Ink.forTerminal(),
                        CheckCommand.again(exercise, another, report.seed())));
        if (exercise.isAtHome(program())) standings.mark(exercise, report);
        desk.shows(Tally.of(course.exercises(), standings));
    }

    private void goOn() {
        if (stays || ending) return;
        Optional<Exercise> next = Exercises.firstOpen(others(), standings);
        if (next.isEmpty()) desk.says("That was the last: every exercise has full marks.");
        next.ifPresent(e -> {
            desk.says("Full marks. On to " + e.name() + ".");
            desk.keeps();
            take(e);
        });
    }

    private List<Exercise> others() {
        return Exercises.after(exercise, course.exercises());
    }

    private void key(int code) {
        if (code < 0 || code == CTRL_D && !desk.plain()) ending = true;
        else if (desk.plain()) return;
        else if (asking) answer(code);
        else command(code);
    }

    private void command(int code) {
        switch (code) {
            case 'n' -> next();
            case 'h' -> desk.says(new Hints(exercise, standings).next().strip());
            case 'l' -> desk.lists(course.exercises(), exercise, standings.all());
            case 'c' -> check();
            case 'r' -> ask();
            case 'q' -> ending = true;
            case '?' -> desk.explains();
            default -> {
                // an arrow, an Enter: nothing that was asked for
            }
        }
    }

    private void next() {
        List<Exercise> others = others();
        if (others.isEmpty()) desk.says("There is no other exercise yet.");
        else take(others.getFirst());
    }

    private void ask() {
        Skeleton skeleton = new Skeleton(course, exercise);
        if (skeleton.untouched()) {
            reset(skeleton);
            return;
        }
        asking = true;
        desk.asks(skeleton.question());
    }

    private void answer(int code) {
        if (desk.needsEnter() && (code == '\n' || code == '\r')) return;
        asking = false;
        desk.says("");
        if (Skeleton.agreed(Character.toString(code))) reset(new Skeleton(course, exercise));
        else desk.says("Nothing was changed.");
    }

    private void reset(Skeleton skeleton) {
        desk.says(skeleton.putBack().strip());
        desk.keeps();
    }
}
