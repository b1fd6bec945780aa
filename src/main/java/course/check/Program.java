package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Started;
import course.wire.Host;
import course.wire.Story;
import course.wire.Unmet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

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

    /** Starts it to call this host: its address and its port come first. */
    public Ending calls(Host host, String... more) {
        return runs(Stream.concat(Stream.of(host.address(), host.port()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** One for it to call, at this address of the machine. */
    public Host hostAt(String address) {
        return trial.host(address);
    }

    /** Starts it to call a port at which nobody answers. */
    public Ending callsNobody(String... more) {
        String port = String.valueOf(trial.silentPort());
        return runs(Stream.concat(Stream.of("127.0.0.1", port), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Starts it with these bytes, and then the end, on its standard input. */
    public Ending reads(byte[] input, String... arguments) {
        trial.story().step("the check", "starts the program, with " + input.length
                + " bytes on its stdin");
        trial.story().add(at -> new Story.Sent(at, "stdin", input));
        return new Ending(trial, trial.start(List.of(arguments), input));
    }

    public Ending reads(String input, String... arguments) {
        return reads(input.getBytes(UTF_8), arguments);
    }

    /** Starts it with these arguments, to listen. */
    public Server listens(String... arguments) {
        trial.story().step("the check", "starts the program with " + String.join(" ", arguments));
        return new Server(trial, trial.start(List.of(arguments)));
    }

    /** A path for the file of a socket, in a folder that the program and the check share. */
    public Place place() {
        return trial.place();
    }

    /** Starts it with this path, to listen there. */
    public Server listensAt(Place place, String... more) {
        return new Server(trial, launched(place, more), place);
    }

    /** Starts it with this path, for a run that should end by itself. */
    public Ending runsAt(Place place, String... more) {
        return new Ending(trial, launched(place, more));
    }

    private Started launched(Place place, String... more) {
        List<String> arguments =
                Stream.concat(Stream.of(place.path()), Stream.of(more)).toList();
        trial.story().step("the check", "starts the program with "
                + String.join(" ", place.told(arguments)));
        return trial.start(place, arguments);
    }

    /** An empty folder that the program and the check share. */
    public Folder folder() {
        return trial.folder();
    }

    /** Starts it with this folder and port 0, to listen. */
    public Server serves(Folder folder) {
        return new Server(trial, launched(folder, "0"));
    }

    /** Starts it with this folder and more, for a run that should end by itself. */
    public Ending runsIn(Folder folder, String... more) {
        return new Ending(trial, launched(folder, more));
    }

    private Started launched(Folder folder, String... more) {
        List<String> arguments =
                Stream.concat(Stream.of(folder.path()), Stream.of(more)).toList();
        trial.story().step("the check", "starts the program with "
                + String.join(" ", folder.told(arguments)));
        return trial.start(folder, arguments);
    }

    /** Stops a server and starts the program again with these arguments, at once. */
    public Server listensAgain(Server old, String... arguments) {
        old.stops();
        trial.story().step("the check", "starts the program again, with "
                + String.join(" ", arguments));
        return new Server(trial, trial.start(List.of(arguments)));
    }

    /** So many ports in a row, which the check occupies before the program starts. */
    public Row row(int ports) {
        Row row = Row.of(trial, ports);
        trial.story().step("the check", "occupies ports " + row.port(0) + " to " + row.last());
        return row;
    }

    /** Starts it to listen at this address of the machine. */
    public Server listensAt(String address) {
        trial.story().step("the check", "starts the program with 0 " + address);
        return new Server(trial, trial.start(List.of("0", address)), address);
    }

    /** Starts it to listen at any port of the usual address, with these further arguments. */
    public Server listensWith(String... more) {
        trial.story().step("the check", "starts the program with 0 " + String.join(" ", more));
        List<String> arguments = Stream.concat(Stream.of("0"), Stream.of(more)).toList();
        return new Server(trial, trial.start(arguments));
    }

    /** ::1 where the machine has IPv6, else the usual loopback. */
    public String otherLoopback() {
        InetAddress six = InetAddress.ofLiteral("::1");
        try (ServerSocket probe = new ServerSocket(0, 1, six)) {
            return probe.isBound() ? "::1" : Server.LOOPBACK;
        } catch (IOException noSuchAddress) {
            return Server.LOOPBACK;
        }
    }

    /** Starts it with a port on which somebody else listens: the check. */
    public Ending runsOnBusyPort() {
        int port = trial.occupiedPort();
        trial.story().step("the check", "listens on port " + port + " itself");
        return runs(String.valueOf(port));
    }

    /** Starts it with a port at which somebody else takes datagrams: the check. */
    public Ending runsOnBusyPostPort() {
        int port = trial.occupiedPostPort();
        trial.story().step("the check", "takes datagrams at port " + port + " itself");
        return runs(String.valueOf(port));
    }

    /** Stops a server and starts the program again, on the very port that the server had. */
    public Server restarts(Server server) {
        Server old = server;
        for (int tries = 0; ; tries++) {
            int port = old.port();
            old.stops();
            trial.story().step("the check", "starts the program again, with port " + port);
            Started program = trial.start(server.placed(port));
            Server again = new Server(trial, program, server.address());
            try {
                if (again.port() != port) {
                    throw trial.missed("it was given port " + port + " and listens on port "
                            + again.port());
                }
                return again;
            } catch (Unmet failed) {
                // between stop and start the port was anyone's: then try another
                boolean stolen = !program.alive() && taken(port, server.address());
                if (!stolen || tries >= OTHER_PORTS) throw failed;
                old = new Server(trial, trial.start(server.placed(0)), server.address());
            }
        }
    }

    /** Somebody answers there; what only lingers in the system's tables is the program's own. */
    private static boolean taken(int port, String address) {
        try (Socket probe = new Socket(InetAddress.ofLiteral(address), port)) {
            return probe.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
