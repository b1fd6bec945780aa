package course.check;

import course.run.Overdue;
import course.run.Started;
import course.wire.Caller;
import java.util.List;

/** The student's program, listening. */
public final class Server {
    private final Trial trial;
    private final Started program;
    private int port;

    Server(Trial trial, Started program) {
        this.trial = trial;
        this.program = program;
    }

    /** The port that its readiness line names. */
    public int port() {
        if (port == 0) {
            try {
                port = program.port(trial.patience().ready());
            } catch (Overdue e) {
                throw trial.missed("it never said \"listening on 127.0.0.1 port N\"");
            }
        }
        return port;
    }

    public Caller connect() {
        return trial.call(port());
    }

    /** Ends the program from outside, as Ctrl-C would. */
    public Server stops() {
        trial.story().step("the check", "stops the program");
        trial.stop(program);
        return this;
    }

    /** That it has printed this line on stdout and no other. */
    public void printedOnly(String line) {
        trial.story().step("the check", "looks at stdout: only \"" + line + "\" is expected there");
        List<String> printed = program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.OUT)
                .map(Started.Line::text)
                .toList();
        if (!printed.equals(List.of(line))) {
            throw trial.missed("stdout has " + lines(printed.size()) + ", and not only that one");
        }
    }

    static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }
}
