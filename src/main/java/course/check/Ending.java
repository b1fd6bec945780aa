package course.check;

import static course.check.Trial.PROGRAM;
import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Overdue;
import course.run.Started;
import course.wire.Story;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The student's program on a run that should end by itself. */
public final class Ending {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Trial trial;
    private final Started program;
    private final boolean server;

    Ending(Trial trial, Started program) {
        this(trial, program, false);
    }

    /** @param server whether it may listen before it ends */
    Ending(Trial trial, Started program, boolean server) {
        this.trial = trial;
        this.program = program;
        this.server = server;
    }

    /** Gives it time to do what it will about what has come; one that never rests gets no more. */
    public Ending settles() {
        trial.story().step("the check", "waits until the program rests");
        Holdings.awaitRest(program.pid(), trial.patience().reply());
        return this;
    }

    /** That it ends with this exit status. */
    public Ending exits(int expected) {
        trial.story().step("the check", "expects exit status " + expected);
        int status = exit();
        if (status != expected) {
            throw trial.missed("it ended with exit status " + status + ", not " + expected);
        }
        return this;
    }

    private int exit() {
        Duration patience = patience();
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                program.exit(GLANCE);
                // it has ended; what it said may still be on its way
                return program.exit(trial.patience().reply());
            } catch (Overdue stillRunning) {
                if (!server && listens()) throw trial.missed("it listens instead of ending");
                if (System.nanoTime() > deadline) {
                    throw trial.missed("waited " + patience.toMillis()
                            + " ms for it to end");
                }
            }
        }
    }

    /** What has already called somebody need not start any more. */
    private Duration patience() {
        boolean called = !trial.story().all(Story.Came.class).isEmpty();
        return called ? trial.patience().reply() : trial.patience().exit();
    }

    private boolean listens() {
        return program.lines().stream().anyMatch(l ->
                Started.READINESS.matcher(l.text()).find()
                        || Started.READINESS_ON_PATH.matcher(l.text()).find());
    }

    /** That it says why, in exactly one line on stderr, with this word in it. */
    public Ending complainsOnce(String word) {
        trial.story().step("the check", "expects one line on stderr"
                + (word.isEmpty() ? "" : ", with \"" + word + "\" in it"));
        List<String> said = program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.ERR)
                .map(Started.Line::text)
                .toList();
        if (said.size() != 1) throw trial.missed("stderr has " + Server.lines(said.size()));
        if (!said.getFirst().toLowerCase(Locale.ROOT).contains(word)) {
            throw trial.missed("the line on stderr does not say \"" + word + "\"");
        }
        return this;
    }

    /** That this line is printed on stdout, now or soon. */
    public Ending says(String line) {
        trial.story().step("the check", "waits for \"" + line + "\" on stdout");
        try {
            program.await(Started.Stream.OUT, Pattern.compile("^" + Pattern.quote(line) + "$"),
                    trial.patience().exit());
            return this;
        } catch (Overdue never) {
            throw trial.missed("it never said \"" + line + "\"");
        }
    }

    /** That it has said this line so many times in all. */
    public Ending said(String line, int least, int most) {
        trial.story().step("the check", "expects \"" + line + "\" from " + least + " to " + most
                + " times");
        long times = program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.OUT && l.text().equals(line))
                .count();
        if (times >= least && times <= most) return this;
        throw trial.missed("it said \"" + line + "\" " + (times == 1 ? "once" : times + " times"));
    }

    public Ending complainsOnce() {
        return complainsOnce("");
    }

    /**
     * That it ends, and that these lines and no others are on its stdout; of very many, beginning,
     * end and number are compared.
     */
    public Ending prints(String... lines) {
        byte[] wanted = text(Started.kept(List.of(lines)));
        trial.story().step("the check", wanted.length == 0 ? "expects nothing on stdout"
                : "expects on stdout " + Server.lines(lines.length));
        trial.story().add(at -> new Story.Expected(at, PROGRAM, wanted));
        exit();
        return compares(wanted, text(program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.OUT)
                .map(Started.Line::text)
                .toList()));
    }

    /** That it ends, and that these bytes and no others are on its stdout. */
    public Ending prints(byte[] wanted) {
        trial.story().step("the check", "expects " + wanted.length + " bytes on stdout");
        trial.story().add(at -> new Story.Expected(at, PROGRAM, wanted));
        exit();
        return compares(wanted, program.printed());
    }

    private Ending compares(byte[] wanted, byte[] printed) {
        if (Arrays.equals(printed, wanted)) return this;
        int wrong = Arrays.mismatch(printed, wanted);
        trial.story().add(at -> new Story.Came(at, PROGRAM, printed));
        throw trial.missed(printed.length == 0 ? "nothing is on stdout"
                : "something else is on stdout", wanted, wrong < printed.length ? wrong : -1);
    }

    private static byte[] text(List<String> lines) {
        return lines.stream().map(l -> l + "\n").collect(Collectors.joining()).getBytes(UTF_8);
    }
}
