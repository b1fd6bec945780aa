package course.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.script.Complaint;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One who exchanges datagrams with the program under test, over a network that loses, doubles and
 * mixes them exactly as it is told. It may begin the exchange (then the program is the server), or
 * wait for the program to write first.
 */
public final class Post implements AutoCloseable {
    /** One byte more than any datagram has, so that none is cut by us. */
    private static final int ROOM = 65_508;

    /** What the story says of it. */
    public static final String LEAVES = "closes its socket";

    /** What is wrong with a datagram where none should come. */
    public static final String UNASKED = "a datagram came that nobody waited for";

    private final String name;
    private final Story story;
    private final Patience patience;
    private final DatagramSocket socket;
    private final DatagramSocket stranger;
    private final byte[] room = new byte[ROOM];
    private final List<byte[]> late = new ArrayList<>();
    private final List<byte[]> ignored = new ArrayList<>();

    private List<Mishap> mishaps = List.of();
    private byte[] overtaken;
    private int sent;
    private int received;
    private SocketAddress correspondent;

    private Post(String name, InetAddress here, Story story, Patience patience) {
        this.name = name;
        this.story = story;
        this.patience = patience;
        this.socket = open(here);
        this.stranger = open(here);
    }

    /** One that writes to a program which listens there. */
    public static Post to(InetSocketAddress server, Story story, Patience patience) {
        Post post = new Post(story.nextCaller(), server.getAddress(), story, patience);
        post.correspondent = server;
        return post;
    }

    /** One to which the program writes first. */
    public static Post waiting(Story story, Patience patience) {
        return new Post(story.nextCall(), InetAddress.ofLiteral("127.0.0.1"), story, patience);
    }

    private static DatagramSocket open(InetAddress here) {
        try {
            return new DatagramSocket(new InetSocketAddress(here, 0));
        } catch (IOException e) {
            throw Complaint.machine("cannot open a datagram socket: " + e.getMessage());
        }
    }

    /** Where the program finds it, as one types it. */
    public String port() {
        return String.valueOf(socket.getLocalPort());
    }

    /** What befalls its datagrams from here on, by a script as in {@link Mishap#script}. */
    public Post suffers(String script) {
        return suffers(Mishap.script(script));
    }

    /** One of each kind, where the seed puts it among the next so many datagrams. */
    public Post suffers(long seed, int datagrams, Mishap.Kind... kinds) {
        return suffers(Mishap.seeded(new Random(seed), datagrams, List.of(kinds)));
    }

    private Post suffers(List<Mishap> script) {
        mishaps = script;
        sent = 0;
        story.step(name, "goes through a network with a script: " + Mishap.told(script));
        return this;
    }

    public Post sends(String text) {
        return sends(text.getBytes(UTF_8));
    }

    /** One datagram. */
    public Post sends(byte[] bytes) {
        story.step(name, "sends a datagram of " + Peer.count(bytes.length));
        story.add(at -> new Story.Sent(at, name, bytes));
        int number = ++sent;
        byte[] waited = overtaken;
        overtaken = null;
        Mishap.Kind kind = mishaps.stream().filter(m -> m.which() == number).map(Mishap::kind)
                .findFirst().orElse(null);
        switch (kind) {
            case null -> deliver(socket, bytes);
            case DROP -> befalls("it gets lost");
            case DUPLICATE -> {
                befalls("it arrives twice");
                deliver(socket, bytes);
                deliver(socket, bytes);
            }
            case SWAP -> {
                befalls("the next one overtakes it");
                overtaken = bytes;
            }
            case DELAY -> {
                befalls("it is on its way for long");
                late.add(bytes);
            }
            case TRUNCATE -> truncate(number, bytes);
            case STRANGER -> {
                befalls("it comes from somebody else");
                deliver(stranger, bytes);
            }
        }
        if (waited != null) deliver(socket, waited);
        return this;
    }

    private void truncate(int number, byte[] bytes) {
        int left = mishaps.stream().filter(m -> m.which() == number).findFirst().orElseThrow()
                .bytes();
        befalls("only " + Peer.count(left) + " of it arrive");
        deliver(socket, Arrays.copyOf(bytes, Math.min(left, bytes.length)));
    }

    /** What was overtaken or delayed arrives now. */
    public Post allArrives() {
        story.step(name, "waits until what was late has arrived");
        if (overtaken != null) late.addFirst(overtaken);
        overtaken = null;
        late.forEach(bytes -> deliver(socket, bytes));
        late.clear();
        return this;
    }

    private void befalls(String what) {
        story.add(at -> new Story.Befell(at, name, what));
    }

    private void deliver(DatagramSocket from, byte[] bytes) {
        if (correspondent == null) throw new IllegalStateException("nobody has written to us yet");
        try {
            from.send(new DatagramPacket(bytes, bytes.length, correspondent));
        } catch (IOException e) {
            story.add(at -> new Story.Broke(at, name, "cannot send: " + Peer.reason(e)));
        }
    }

    public Post expects(String text) {
        return expects(text.getBytes(UTF_8));
    }

    /** That a datagram comes next, and is this one, from the first to the last byte. */
    public Post expects(byte[] wanted) {
        awaits(wanted.length);
        story.add(at -> new Story.Expected(at, name, wanted));
        return compares(next(patience.reply()), wanted);
    }

    /** That a datagram comes next, and is a number, highest byte first, from least to most. */
    public Post expectsBetween(byte[] least, byte[] most) {
        awaits(least.length);
        byte[] came = next(patience.reply());
        byte[] wanted = new Range(least, most).nearest(came == null ? new byte[0] : came);
        story.add(at -> new Story.Expected(at, name, wanted));
        return compares(came, wanted);
    }

    private void awaits(int bytes) {
        story.step(name, "expects a datagram of " + Peer.count(bytes));
    }

    private Post compares(byte[] came, byte[] wanted) {
        if (came == null) {
            throw missed("waited " + patience.reply().toMillis() + " ms for a datagram", received,
                    wanted, -1);
        }
        int wrong = Arrays.mismatch(came, wanted);
        int before = received - came.length;
        if (wrong >= 0 && wrong < came.length) {
            throw missed(wrong < wanted.length
                    ? "byte " + wrong + " of the datagram is wrong"
                    : "the datagram has " + Peer.count(came.length) + ", not " + wanted.length,
                    before, wanted, before + wrong);
        }
        if (wrong >= 0) {
            throw missed("the datagram has only " + Peer.count(came.length) + " of "
                    + wanted.length, before, wanted, -1);
        }
        return this;
    }

    /** Takes one datagram of the program and lets it get lost: no answer. */
    public Post loses() {
        story.step(name, "expects a datagram, and lets it get lost");
        if (next(patience.exit()) == null) {
            throw missed("waited " + patience.exit().toMillis() + " ms for a datagram",
                    received, new byte[0], -1);
        }
        befalls("it gets lost");
        return this;
    }

    /** Takes no notice of further copies of this datagram: who waits for long may ask again. */
    public Post ignores(byte[] repeated) {
        ignored.add(repeated);
        return this;
    }

    /** Its socket is closed, and nobody can answer it any more. */
    public Post leaves() {
        story.step(name, LEAVES);
        close();
        return this;
    }

    /** That nothing comes for a while. */
    public Post expectsNothing() {
        story.step(name, "expects nothing");
        return nothing(patience.rest());
    }

    /** That nothing comes for so long, on any machine: it is the program that has to wait. */
    public Post expectsNothingFor(Duration time) {
        story.step(name, "expects nothing for " + time.toMillis() + " ms");
        return nothing(time);
    }

    private Post nothing(Duration time) {
        byte[] came = next(time);
        if (came != null) {
            int before = received - came.length;
            throw missed(UNASKED, before, new byte[0], before);
        }
        return this;
    }

    /** The next datagram that is not ignored, or null if none came in this time. */
    private byte[] next(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        byte[] came;
        do {
            came = take(Duration.ofNanos(deadline - System.nanoTime()));
        } while (came != null && isIgnored(came));
        return came;
    }

    private boolean isIgnored(byte[] came) {
        return ignored.stream().anyMatch(known -> Arrays.equals(known, came));
    }

    private byte[] take(Duration atMost) {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        try {
            socket.setSoTimeout((int) Math.max(1, atMost.toMillis()));
            socket.receive(packet);
        } catch (SocketTimeoutException nothing) {
            return null;
        } catch (IOException e) {
            story.add(at -> new Story.Broke(at, name, Peer.reason(e)));
            return null;
        }
        if (correspondent == null) correspondent = packet.getSocketAddress();
        byte[] came = Arrays.copyOf(packet.getData(), packet.getLength());
        received += came.length;
        story.add(at -> new Story.Came(at, name, came));
        return came;
    }

    private Unmet missed(String what, int from, byte[] wanted, int wrong) {
        story.add(at -> new Story.Missed(at, name, what, from, wanted, wrong));
        return new Unmet(name + ": " + what);
    }

    @Override
    public void close() {
        socket.close();
        stranger.close();
    }
}
