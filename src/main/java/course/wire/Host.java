package course.wire;

import course.script.Complaint;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A server for the program under test to call: what it accepts is a {@link Peer}, which may behave
 * as badly as it likes.
 */
public final class Host implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int GLANCE_MILLIS = 20;

    /** Linux answers for all of 127.0.0.0/8. */
    private static final String DEAD = "127.0.0.2";
    private static final String SILENT = "127.0.0.3";

    private final int port;
    private final Story story;
    private final Patience patience;
    private final BooleanSupplier someoneMayCall;
    private final List<Peer> accepted = new ArrayList<>();

    /** What else is open: placeholders, and those who fill a queue. */
    private final List<Closeable> props = new ArrayList<>();

    private final InetAddress address;
    private ServerSocket listening;

    /**
     * @param address where it listens on this machine
     * @param someoneMayCall false when there is no program left that could
     */
    public Host(
            String address, Story story, Patience patience, BooleanSupplier someoneMayCall) {
        this.address = InetAddress.ofLiteral(address);
        this.story = story;
        this.patience = patience;
        this.someoneMayCall = someoneMayCall;
        try {
            this.listening = listeningOn(0);
            this.port = listening.getLocalPort();
        } catch (IOException e) {
            throw Complaint.machine("cannot listen on this machine: " + e.getMessage());
        }
    }

    private ServerSocket listeningOn(int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, BACKLOG, address);
        socket.setSoTimeout(GLANCE_MILLIS);
        return socket;
    }

    /** From now on whoever calls is refused; the port stays ours. */
    public Host refuses() {
        story.step("the server", "does not listen yet: whoever calls is refused");
        try {
            listening.close();
            Socket placeholder = new Socket();
            props.add(placeholder);
            placeholder.setReuseAddress(true);
            placeholder.bind(new InetSocketAddress(address, port));
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot keep a port on this machine: " + e.getMessage());
        }
    }

    /** From now on it can be called, again. */
    public Host listens() {
        story.step("the server", "begins to listen");
        try {
            // the placeholder goes last, so that nobody can take the port in between
            listening = listeningOn(port);
            props.removeLast().close();
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot listen on this machine: " + e.getMessage());
        }
    }

    /**
     * An address with the same port, at which a call is neither taken nor refused: its queue is
     * full, and Linux keeps silent.
     */
    public String silentNeighbour() {
        try {
            ServerSocket silent = new ServerSocket(port, 1, InetAddress.ofLiteral(SILENT));
            props.add(silent);
            while (props.size() < BACKLOG) {
                Socket waiting = new Socket();
                props.add(waiting);
                waiting.connect(silent.getLocalSocketAddress(), 10 * GLANCE_MILLIS);
            }
            throw Complaint.machine("a queue on this machine has no end");
        } catch (SocketTimeoutException full) {
            return SILENT;
        } catch (IOException e) {
            throw Complaint.machine("cannot fill a queue on this machine: " + e.getMessage());
        }
    }

    /** An address with the same port, at which nobody listens. */
    public String deadNeighbour() {
        return DEAD;
    }

    /** Where the program finds it, as one types it. */
    public String address() {
        return Peer.literal(address);
    }

    public String port() {
        return String.valueOf(port);
    }

    /** The connection that the program makes next. */
    public Peer accepts() {
        String name = story.nextCall();
        story.step(name, "waits for the program to call on port " + port());
        long deadline = System.nanoTime() + patience.exit().toNanos();
        while (true) {
            boolean last = !someoneMayCall.getAsBoolean() || System.nanoTime() > deadline;
            try {
                @SuppressWarnings("resource") // closed with the host
                Peer peer = Peer.accepted(name, listening.accept(), story, patience);
                accepted.add(peer);
                return peer;
            } catch (SocketTimeoutException notYet) {
                if (last) throw nobodyCalled(name);
            } catch (IOException e) {
                throw Complaint.machine("cannot accept: " + e.getMessage());
            }
        }
    }

    private Unmet nobodyCalled(String name) {
        String what = someoneMayCall.getAsBoolean()
                ? "waited " + patience.exit().toMillis() + " ms, and nobody called"
                : "the program ended and had not called";
        story.add(at -> new Story.Missed(at, name, what, 0, new byte[0], -1));
        return new Unmet(what);
    }

    /** An address at which nobody answers, and which is nobody else's as long as it is open. */
    public static Socket nobody() {
        try {
            Socket bound = new Socket();
            bound.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return bound;
        } catch (IOException e) {
            throw Complaint.machine("cannot have a port on this machine: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        accepted.forEach(Peer::close);
        try {
            listening.close();
            for (Closeable prop : props) prop.close();
        } catch (IOException e) {
            throw Complaint.machine("cannot close a listening socket: " + e.getMessage());
        }
    }
}
