package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Overdue;
import course.run.Started;
import course.wire.Peer;
import course.wire.Post;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** The student's program, listening. */
public final class Server {
    static final String ENDED = "the program has ended";
    static final String LOOPBACK = "127.0.0.1";

    /** Linux answers for all of 127.0.0.0/8; nobody who binds 127.0.0.1 is called there. */
    private static final String NEXT_DOOR = "127.0.0.2";

    private static final long GLANCE_NANOS = 2_000_000;

    private final Trial trial;
    private final Started program;
    private final String address;
    private final Optional<Place> place;
    private int port;

    Server(Trial trial, Started program) {
        this(trial, program, LOOPBACK);
    }

    Server(Trial trial, Started program, String address) {
        this(trial, program, address, Optional.empty());
    }

    /** One that listens on a path. */
    Server(Trial trial, Started program, Place place) {
        this(trial, program, LOOPBACK, Optional.of(place));
    }

    private Server(Trial trial, Started program, String address, Optional<Place> place) {
        this.trial = trial;
        this.program = program;
        this.address = address;
        this.place = place;
    }

    /** Where it can be called, as soon as it says so. */
    private SocketAddress here() {
        return place.<SocketAddress>map(p -> p.namedBy(program)).orElseGet(() -> at(address));
    }

    /** That it ends by itself, and how. */
    public Ending ends() {
        return new Ending(trial, program, true);
    }

    /** As soon as it says so. */
    public Server listens() {
        here();
        return this;
    }

    /** The port that its readiness line names. */
    public int port() {
        if (port == 0) {
            try {
                port = program.port(trial.patience().ready());
            } catch (Overdue e) {
                throw trial.missed("it never said \"listening on " + address + " port N\"");
            }
        }
        return port;
    }

    /** The ports of its readiness lines, in their order, as soon as there are so many. */
    public List<Integer> ports(int count) {
        port();
        long deadline = System.nanoTime() + trial.patience().reply().toNanos();
        List<Integer> ports = named();
        while (ports.size() < count && program.alive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE_NANOS);
            ports = named();
        }
        if (ports.size() != count) {
            throw trial.missed("it says of " + ports.size() + " ports that it listens on them,"
                    + " not of " + count);
        }
        if (Set.copyOf(ports).size() < count) throw trial.missed("it names a port twice");
        return ports;
    }

    private List<Integer> named() {
        return program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.OUT)
                .map(l -> Started.READINESS.matcher(l.text()))
                .filter(Matcher::find)
                .map(m -> Integer.valueOf(m.group(2)))
                .toList();
    }

    /** That it has these ports, in this order, and no others. */
    public Server listensOn(String... ports) {
        trial.story().step("the check", "expects it to listen on " + String.join(", ", ports));
        List<String> named = ports(ports.length).stream().map(String::valueOf).toList();
        if (!named.equals(List.of(ports))) {
            throw trial.missed("it listens on " + String.join(", ", named));
        }
        return this;
    }

    String address() {
        return address;
    }

    /** What the program is started with to listen where this one does. */
    List<String> placed(int otherPort) {
        String number = String.valueOf(otherPort);
        return address.equals(LOOPBACK) ? List.of(number) : List.of(number, address);
    }

    private InetSocketAddress at(String host) {
        return at(host, port());
    }

    private static InetSocketAddress at(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    public Peer connect() {
        return trial.call(here());
    }

    /** Where it has more ports than one. */
    public Peer connectTo(int otherPort) {
        return trial.call(at(address, otherPort));
    }

    /**
     * That so many callers may wait while nobody is accepted, or a few more. Systems count
     * differently: what is asked for is the least, and what was not asked for has an end.
     */
    public Server letsWait(int atLeast, int atMost) {
        if (waiting(atLeast, atMost + 1) > atMost) throw trial.missed("all of them may wait");
        return this;
    }

    /** That so many callers may wait while nobody is accepted. */
    public Server letsWait(int atLeast) {
        waiting(atLeast, atLeast);
        return this;
    }

    private int waiting(int atLeast, int callers) {
        trial.story().step("the check", "calls " + callers + " times, to see how many may wait");
        int waiting = trial.letIn(at(address), callers);
        if (waiting < atLeast) {
            throw trial.missed("only " + waiting + " may wait, and there should be room for "
                    + atLeast);
        }
        return waiting;
    }

    /** So many clients, all connected at once. */
    public List<Peer> connect(int clients) {
        return Stream.generate(this::connect).limit(clients).toList();
    }

    /** A client that does not read before it is told to. */
    public Peer connectWithoutReading() {
        return trial.callWithoutReading(here());
    }

    /** One who writes datagrams to it. */
    public Post post() {
        return trial.writeTo(at(address));
    }

    /** That it listens where it was told to, and not at every address of the machine. */
    public Server listensOnlyThere() {
        trial.story().step("the check", "calls " + NEXT_DOOR + ", where nobody should answer");
        try (Socket socket = new Socket()) {
            socket.connect(at(NEXT_DOOR), (int) trial.patience().reply().toMillis());
        } catch (IOException refused) {
            return this;
        }
        throw trial.missed("somebody answers at " + NEXT_DOOR + ", too");
    }

    /** The same for datagrams: where nobody takes them, the system says so at once. */
    public Server hearsOnlyThere() {
        trial.story().step("the check", "writes to " + NEXT_DOOR + ", where nobody should answer");
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) trial.patience().reply().toMillis());
            socket.connect(at(NEXT_DOOR));
            byte[] some = "is anybody here?".getBytes(UTF_8);
            socket.send(new DatagramPacket(some, some.length));
            socket.receive(new DatagramPacket(some, some.length));
        } catch (SocketTimeoutException taken) {
            // and answered from another address, perhaps
        } catch (IOException refused) {
            return this;
        }
        throw trial.missed("somebody answers at " + NEXT_DOOR + ", too");
    }

    /** What it holds now, to be compared with what it holds later. */
    public Holdings holdings() {
        here();
        return Holdings.of(program.pid());
    }

    /** That it has given back what it took since then; it may take its time. */
    public Server holdsNoMoreThan(Holdings before) {
        trial.story().step("the check", "counts what the program still holds");
        Holdings now = before.awaitNoMore(program.pid(), trial.patience().reply());
        now.tooMuch(before).ifPresent(what -> {
            throw trial.missed("it still holds " + what);
        });
        return this;
    }

    /** That it has no more threads and processes than then, whatever sockets it holds now. */
    public Server needsNoMoreThan(Holdings before) {
        trial.story().step("the check", "counts the threads and processes of the program");
        Holdings.of(program.pid()).tooMuch(before.withAnySockets()).ifPresent(what -> {
            throw trial.missed("it needs " + what);
        });
        return this;
    }

    /** Gives it time to do what it will about what has come; one that never rests gets no more. */
    public Server settles() {
        trial.story().step("the check", "waits until the program rests");
        Holdings.awaitRest(program.pid(), trial.patience().reply());
        return this;
    }

    /** That it waits without working: one look may find it busy, but not each. */
    public Server rests() {
        trial.story().step("the check", "sees whether the program rests, as nobody says anything");
        if (!Holdings.awaitRest(program.pid(), trial.patience().reply())) {
            throw trial.missed("it never rests: it asks, is told, and asks again");
        }
        return this;
    }

    /**
     * That the last thing that happened to it does not end it; it gets a moment to do so, and more
     * as long as it is busy.
     */
    public Server keepsRunning() {
        trial.story().step("the check", "sees whether the program goes on");
        long deadline = System.nanoTime() + trial.patience().reply().toNanos();
        do {
            if (endsWithin(trial.patience().rest())) throw trial.missed(ENDED);
        } while (!Holdings.atRest(program.pid()) && System.nanoTime() < deadline);
        return this;
    }

    private boolean endsWithin(Duration moment) {
        try {
            program.exit(moment);
            return true;
        } catch (Overdue asItShould) {
            return false;
        }
    }

    /** Ends the program from outside, as Ctrl-C would. */
    public Server stops() {
        trial.story().step("the check", "stops the program");
        trial.stop(program);
        return this;
    }

    /** That it has printed these lines on stdout and no others. */
    public void printedOnly(String... lines) {
        trial.story().step("the check", "looks at stdout: only \"" + String.join("\", \"", lines)
                + "\" is expected there");
        List<String> printed = program.lines().stream()
                .filter(l -> l.stream() == Started.Stream.OUT)
                .map(Started.Line::text)
                .toList();
        if (!printed.equals(List.of(lines))) {
            throw trial.missed("stdout has " + lines(printed.size()) + ", and not only "
                    + (lines.length == 1 ? "that one" : "those"));
        }
    }

    static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }
}
