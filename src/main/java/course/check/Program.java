package course.check;

import course.run.Started;
import course.wire.Unmet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** The student's program, not yet started. */
public final class Program {
    private static final int OTHER_PORTS = 3;

    private final Trial trial;

    Program(Trial trial) {
        this.trial = trial;
    }

    /** Starts it for a run that should end by itself. */
    public Ending runs(String... arguments) {
        trial.story().step("the check", "starts the program with " + String.join(" ", arguments));
        return new Ending(trial, trial.start(List.of(arguments)));
    }

    /** Starts it with a port on which somebody else listens: the check. */
    public Ending runsOnBusyPort() {
        int port = trial.occupiedPort();
        trial.story().step("the check", "listens on port " + port + " itself");
        return runs(String.valueOf(port));
    }

    /** Stops a server and starts the program again, on the very port that the server had. */
    public Server restarts(Server server) {
        Server old = server;
        for (int tries = 0; ; tries++) {
            int port = old.port();
            old.stops();
            trial.story().step("the check", "starts the program again, with port " + port);
            Started program = trial.start(List.of(String.valueOf(port)));
            Server again = new Server(trial, program);
            try {
                if (again.port() != port) {
                    throw trial.missed("it was given port " + port + " and listens on port "
                            + again.port());
                }
                return again;
            } catch (Unmet failed) {
                // between stop and start the port was anyone's: then try another
                if (program.alive() || free(port) || tries >= OTHER_PORTS) throw failed;
                old = new Server(trial, trial.start(Stable.ANY_PORT));
            }
        }
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
