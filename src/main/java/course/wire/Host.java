package course.wire;

import course.script.Complaint;
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

    private final ServerSocket listening;
    private final Story story;
    private final Patience patience;
    private final BooleanSupplier someoneMayCall;
    private final List<Peer> accepted = new ArrayList<>();

    /**
     * @param address where it listens on this machine
     * @param someoneMayCall false when there is no program left that could
     */
    public Host(
            String address, Story story, Patience patience, BooleanSupplier someoneMayCall) {
        this.story = story;
        this.patience = patience;
        this.someoneMayCall = someoneMayCall;
        try {
            this.listening = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral(address));
            listening.setSoTimeout(GLANCE_MILLIS);
        } catch (IOException e) {
            throw Complaint.machine("cannot listen on this machine: " + e.getMessage());
        }
    }

    /** Where the program finds it, as one types it. */
    public String address() {
        return Peer.literal(listening.getInetAddress());
    }

    public String port() {
        return String.valueOf(listening.getLocalPort());
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
        } catch (IOException e) {
            throw Complaint.machine("cannot close a listening socket: " + e.getMessage());
        }
    }
}
