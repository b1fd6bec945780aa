package course.run;

import course.run.Started.Line;
import course.script.Complaint;
import course.script.Program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A server and its client, played once: both as processes of their own, the client calling where
 * the server says that it listens. Closed, it ends them at once.
 */
public final class Pair implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CATCHING_UP = Duration.ofMillis(100);
    private static final String SOCKET_FILE = "hello.sock";

    private final boolean onPath;
    private final Ready server;
    private final Ready client;
    private final List<Started> running = new ArrayList<>();
    private boolean closed;

    /** Compiles both if they have to be. */
    public Pair(Workshop workshop, Program server, Program client) {
        this.onPath = server.takesPath();
        this.server = workshop.prepare(server.file());
        this.client = workshop.prepare(client.file());
    }

    /** With which statuses the two ended. */
    public record Ending(int server, int client) {
        public boolean fine() {
            return server == 0 && client == 0;
        }

        @Override
        public String toString() {
            return fine()
                    ? "both ended with status 0"
                    : "the server ended with status " + server + ", the client with " + client;
        }
    }

    /**
     * Plays them until both have ended.
     *
     * @param port 0 if the system may choose
     * @param folder where they run; a server with a path has its file there
     * @param ofServer gets the lines of the server
     * @param ofClient gets those of the client, each after the server's that it answers
     */
    public Ending play(
            int port, Path folder, Consumer<Line> ofServer, Consumer<Line> ofClient) {
        try (this) {
            String where = onPath ? SOCKET_FILE : String.valueOf(port);
            Started serving = start(server, List.of(where), folder, ofServer);
            List<String> called =
                    onPath
                            ? List.of(serving.path(PATIENCE))
                            : List.of("localhost", String.valueOf(serving.port(PATIENCE)));
            Consumer<Line> afterTheServer =
                    line -> {
                        serving.catchUp(CATCHING_UP);
                        ofClient.accept(line);
                    };
            Started calling = start(client, called, folder, afterTheServer);
            int clientEnded = calling.exit(PATIENCE);
            return new Ending(serving.exit(PATIENCE), clientEnded);
        } catch (Overdue e) {
            throw Complaint.fallsShort(e.getMessage());
        }
    }

    private synchronized Started start(
            Ready ready, List<String> arguments, Path folder, Consumer<Line> listener) {
        if (closed) throw Complaint.fallsShort("ended before it began");
        Started started = Started.ours(ready, arguments, folder, listener);
        running.add(started);
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(Started::close);
    }
}
