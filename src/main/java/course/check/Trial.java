package course.check;

import course.run.Overdue;
import course.run.Started;
import course.script.Complaint;
import course.wire.Host;
import course.wire.Patience;
import course.wire.Peer;
import course.wire.Post;
import course.wire.Story;
import course.wire.Unmet;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One test while it runs: its story, and all that was started and opened for it. */
final class Trial {
    /** Who it is in the story, if none of its connections is concerned. */
    static final String PROGRAM = "the program";

    private static final int LINES_TOLD = 40;
    private static final Duration GLANCE = Duration.ofMillis(3);

    private final Stable stable;
    private final Patience patience;
    private final boolean fresh;
    private final Story story = new Story();
    private final List<Started> programs = new ArrayList<>();
    private final List<Started> stopped = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();
    private boolean secondHand;
    private boolean alone;

    Trial(Stable stable, Patience patience, boolean fresh) {
        this.stable = stable;
        this.patience = patience;
        this.fresh = fresh;
    }

    Story story() {
        return story;
    }

    Patience patience() {
        return patience;
    }

    /** The copy that listens on a port of its own. */
    Started saddled() {
        return saddled(stable.next(fresh));
    }

    /** One that has served no other test and will serve none. */
    Started saddledAlone() {
        alone = true;
        return saddled(stable.next(true));
    }

    private Started saddled(Started program) {
        secondHand = stable.hasServed(program);
        // it may have been started before the story begins, perhaps long before
        return told(program, at -> new Story.Launched(0, Stable.ANY_PORT));
    }

    Started start(List<String> arguments) {
        return start(arguments, new byte[0]);
    }

    Started start(List<String> arguments, byte[] input) {
        return told(stable.start(arguments, input), at -> new Story.Launched(at, arguments));
    }

    /** Starts it where the file of this socket is, or is to be. */
    Started start(Place place, List<String> arguments) {
        return told(stable.startSharing(place.folder(), arguments),
                at -> new Story.Launched(at, place.told(arguments)));
    }

    /** Starts it where it sees this folder, and what lies beside it. */
    Started start(Folder folder, List<String> arguments) {
        return told(stable.startSharing(folder.around(), arguments),
                at -> new Story.Launched(at, folder.told(arguments)));
    }

    /** Somewhere for files. */
    Folder folder() {
        return new Folder(this, stable.closet());
    }

    /** Somewhere for the file of a socket. */
    Place place() {
        return new Place(this, stable.closet().resolve("echo.sock"));
    }

    private Started told(Started program, Story.Told launched) {
        story.add(launched);
        programs.add(program);
        return program;
    }

    Peer call(SocketAddress server) {
        return kept(Peer.connect(server, story, patience));
    }

    Peer callWithoutReading(SocketAddress server) {
        return kept(Peer.connectWithoutReading(server, story, patience));
    }

    private Peer kept(Peer peer) {
        open.add(peer::close);
        return peer;
    }

    /** A server for the program to call. */
    Host host(String address) {
        Host host = new Host(address, story, patience,
                () -> programs.stream().anyMatch(Started::alive));
        open.add(host::close);
        return host;
    }

    /** One to whom the program writes datagrams. */
    Post post() {
        return kept(Post.waiting(story, patience));
    }

    /** One who writes datagrams to the program. */
    Post writeTo(InetSocketAddress server) {
        return kept(Post.to(server, story, patience));
    }

    private Post kept(Post post) {
        open.add(post::close);
        return post;
    }

    /** A port at which nobody answers as long as the test runs. */
    int silentPort() {
        @SuppressWarnings("resource") // closed when the test ends
        Socket silent = Host.nobody();
        open.add(silent);
        return silent.getLocalPort();
    }

    /** A port on which we listen ourselves until the test ends. */
    int occupiedPort() {
        try {
            @SuppressWarnings("resource") // closed when the test ends
            ServerSocket occupant = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
            open.add(occupant);
            return occupant.getLocalPort();
        } catch (IOException e) {
            throw Complaint.machine("cannot listen on this machine: " + e.getMessage());
        }
    }

    void stop(Started program) {
        stopped.add(program);
        program.close();
        try {
            program.exit(patience.reply());
        } catch (Overdue itWasKilledAndHangs) {
            // the next step will show whether that matters
        }
    }

    /** A port at which we take datagrams ourselves until the test ends. */
    int occupiedPostPort() {
        try {
            @SuppressWarnings("resource") // closed when the test ends
            DatagramSocket occupant = new DatagramSocket(null);
            open.add(occupant);
            // whoever asks for SO_REUSEADDR, too, is let in, and should not be
            occupant.setReuseAddress(true);
            occupant.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return occupant.getLocalPort();
        } catch (IOException e) {
            throw Complaint.machine("cannot open a datagram socket: " + e.getMessage());
        }
    }

    /** To be closed when the test ends, at the latest. */
    void keep(Closeable held) {
        open.add(held);
    }

    /** How many of so many who call in turn are connected, until one is not answered. */
    int letIn(InetSocketAddress server, int callers) {
        int patienceMillis = (int) patience.rest().multipliedBy(5).toMillis();
        for (int connected = 0; connected < callers; connected++) {
            @SuppressWarnings("resource") // closed when the test ends
            Socket caller = new Socket();
            keep(caller);
            try {
                caller.connect(server, patienceMillis);
            } catch (IOException notAnswered) {
                return connected;
            }
        }
        return callers;
    }

    /** The program did not do what it should; no bytes of a conversation are concerned. */
    Unmet missed(String what) {
        return missed(what, new byte[0], -1);
    }

    /** Its stdout is not what it should be, from this byte on if one is wrong. */
    Unmet missed(String what, byte[] wanted, int wrong) {
        story.add(at -> new Story.Missed(at, PROGRAM, what, 0, wanted, wrong));
        return new Unmet(what);
    }

    /**
     * Ends everything; if the test failed, the story is completed by what the programs said and how
     * they ended.
     */
    void end(boolean failed) {
        if (failed) programs.forEach(this::tell);
        story.ends();
        open.forEach(Trial::close);
        for (Started program : programs) {
            if (!failed && mayServeAgain(program)) stable.giveBack(program);
            else stable.dismiss(program);
        }
    }

    /** Whether another test had the program before this one. */
    boolean secondHand() {
        return secondHand;
    }

    private boolean mayServeAgain(Started program) {
        return !alone && !stopped.contains(program) && program.alive();
    }

    /** Connections end a moment before the program that held them is gone. */
    private boolean mayBeDying() {
        return !story.all(Story.Broke.class).isEmpty() || !story.all(Story.End.class).isEmpty();
    }

    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Started program) {
        try {
            boolean itsOwnEnd = !stopped.contains(program);
            int status = program.exit(mayBeDying() ? patience.lastBreath() : GLANCE);
            if (itsOwnEnd) story.add(at -> new Story.Exited(at, status));
        } catch (Overdue itStillRuns) {
            // which is what a server should do
        }
        program.excerpt(LINES_TOLD).forEach(story::printed);
    }
}
