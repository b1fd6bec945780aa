package course.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.script.Complaint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The other end of a connection with the program under test. It does as it is told, step by step,
 * and remembers everything. Each step answers with the peer itself, so that a check reads like a
 * script: {@code connect().sends("Ada\n").halfCloses().expects("hello Ada\n")}.
 */
public final class Peer implements AutoCloseable {
    /** Of a program that never stops talking, so much is read beyond what was expected. */
    private static final int LISTENS_TO = 64 * 1024;

    private static final Duration LONGEST_TEST = Duration.ofMinutes(2);

    /** What the system takes from us even if the program never reads. */
    private static final int TAKEN_AT_ONCE = 2048;

    private static final int PUSH = 64 * 1024;
    private static final int SMALL_BUFFER = 4096;
    private static final int GULP = 8192;
    private static final int SIP = 2048;
    private static final Duration BETWEEN_SIPS = Duration.ofMillis(1);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(50);
    private static final int TRIES = 4;

    /** What is missed when the program does not read. */
    public static final String UNREAD = "not all of what was sent has been read";

    private final Story story;
    private final Patience patience;
    private final String name;
    private final Socket socket;

    private final Object inbox = new Object();
    private String address = "";
    private byte[] came = new byte[SIP];
    private int length;
    private int consumed;
    private int room = LISTENS_TO;
    private int verified;
    private boolean over;
    private String broke = "";
    private boolean reading;
    private boolean endedSending;
    private Untaken untaken;

    /** Of what is being written, and how many pieces of it the system has taken so far. */
    private CountDownLatch pending = new CountDownLatch(0);
    private final AtomicInteger taken = new AtomicInteger();
    private volatile String cannotSend = "";

    private Peer(String name, Socket socket, Story story, Patience patience) {
        this.name = name;
        this.socket = socket;
        this.story = story;
        this.patience = patience;
    }

    /** A client of a server on this machine. */
    public static Peer connect(SocketAddress server, Story story, Patience patience) {
        Peer client = caller(server, socketFor(server), story, patience);
        client.starts(GULP, Duration.ZERO);
        return client;
    }

    /** A client that does not read until it is told to, and has little room for what comes. */
    public static Peer connectWithoutReading(
            SocketAddress server, Story story, Patience patience) {
        Socket socket = socketFor(server);
        try {
            // what the system cannot take, stays with the program
            socket.setReceiveBufferSize(SMALL_BUFFER);
        } catch (IOException e) {
            throw Complaint.machine("cannot make a small buffer: " + e.getMessage());
        }
        Peer client = caller(server, socket, story, patience);
        story.step(client.name, "does not read");
        return client;
    }

    private static Socket socketFor(SocketAddress server) {
        return server instanceof UnixDomainSocketAddress ? new PathSocket() : new Socket();
    }

    private static Peer caller(
            SocketAddress server, Socket socket, Story story, Patience patience) {
        Peer client = new Peer(story.nextCaller(), socket, story, patience);
        story.step(client.name, "connects to " + shown(server));
        try {
            client.socket.setTcpNoDelay(true);
            client.socket.connect(server, (int) patience.connection().toMillis());
            // a closed socket has forgotten it
            if (client.socket.getLocalSocketAddress() instanceof InetSocketAddress own) {
                client.address = own.getAddress().getHostAddress() + " port " + own.getPort();
            }
            return client;
        } catch (IOException e) {
            client.over(reason(e));
            throw client.missed("nobody answers at " + shown(server) + ": " + reason(e),
                    new byte[0], -1);
        }
    }

    /** The usual address goes without saying. */
    private static String shown(SocketAddress where) {
        if (!(where instanceof InetSocketAddress server)) {
            return ((UnixDomainSocketAddress) where).getPath().getFileName().toString();
        }
        InetAddress address = server.getAddress();
        String port = "port " + server.getPort();
        return literal(address).equals("127.0.0.1") ? port : literal(address) + " " + port;
    }

    /** An address of this machine, as one types it. */
    static String literal(InetAddress address) {
        return address.getHostAddress().replace("0:0:0:0:0:0:0:1", "::1");
    }

    /** The program's own end of the connection: {@code 127.0.0.1:40001}, {@code [::1]:40001}. */
    public String partner() {
        String address = literal(socket.getInetAddress());
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.getPort();
    }

    /** The server's end of a connection that the program under test has made. */
    static Peer accepted(String name, Socket socket, Story story, Patience patience) {
        Peer server = new Peer(name, socket, story, patience);
        try {
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw Complaint.machine("cannot use an accepted connection: " + e.getMessage());
        }
        server.starts(GULP, Duration.ZERO);
        return server;
    }

    /** From now on it reads, as fast as it can. */
    public Peer reads() {
        story.step(name, "begins to read");
        starts(GULP, Duration.ZERO);
        return this;
    }

    /** From now on it reads, in sips and with pauses. */
    public Peer readsSlowly() {
        story.step(name, "begins to read, slowly");
        starts(SIP, BETWEEN_SIPS);
        return this;
    }

    private void starts(int atOnce, Duration pause) {
        reading = true;
        Thread.ofVirtual().start(() -> listen(atOnce, pause));
    }

    private void listen(int atOnce, Duration pause) {
        byte[] chunk = new byte[atOnce];
        try {
            while (hasRoom()) {
                int n = socket.getInputStream().read(chunk);
                if (n < 0) {
                    ended();
                    return;
                }
                heard(Arrays.copyOf(chunk, n));
                if (pause.isPositive()) LockSupport.parkNanos(pause.toNanos());
            }
        } catch (IOException e) {
            if (!socket.isClosed()) over(reason(e));
            else over("");
        }
    }

    /** Waits until more is expected, if there is enough already; false when all is over. */
    private boolean hasRoom() {
        return await(LONGEST_TEST, () -> length < room || socket.isClosed())
                && !socket.isClosed();
    }

    private void ended() {
        synchronized (inbox) {
            story.add(at -> new Story.End(at, name));
            over("");
        }
    }

    private void heard(byte[] bytes) {
        synchronized (inbox) {
            story.add(at -> new Story.Came(at, name, bytes));
            if (length + bytes.length > came.length) {
                came = Arrays.copyOf(came, Math.max(2 * came.length, length + bytes.length));
            }
            System.arraycopy(bytes, 0, came, length, bytes.length);
            length += bytes.length;
            inbox.notifyAll();
        }
    }

    private void over(String how) {
        synchronized (inbox) {
            if (over) return;
            if (!how.isEmpty()) story.add(at -> new Story.Broke(at, name, how));
            broke = how;
            over = true;
            inbox.notifyAll();
        }
    }

    public Peer sends(String text) {
        return sends(text.getBytes(UTF_8));
    }

    /** In one write, and thus, on this machine, in one segment if it is not too long. */
    public Peer sends(byte[] bytes) {
        story.step(name, "sends " + count(bytes.length));
        write(bytes);
        return this;
    }

    /** In two segments, the second when the first has been read. */
    public Peer sendsInTwo(byte[] bytes, int at) {
        story.step(name, "sends " + count(at) + ", and " + count(bytes.length - at)
                + " when they have been read");
        write(Arrays.copyOf(bytes, at));
        noteUnread(settle());
        write(Arrays.copyOfRange(bytes, at, bytes.length));
        return this;
    }

    /** Each byte in a segment of its own, and each only when the program has read those before. */
    public Peer sendsByteByByte(String text) {
        return sendsByteByByte(text.getBytes(UTF_8));
    }

    public Peer sendsByteByByte(byte[] bytes) {
        story.step(name, "sends " + count(bytes.length)
                + ", each when the one before has been read");
        boolean taken = true;
        for (byte b : bytes) {
            write(new byte[] {b});
            taken &= settle();
        }
        noteUnread(taken);
        return this;
    }

    /** Its own end of the connection, as the program may print it. */
    public String address() {
        return address;
    }

    /** That it is told nothing yet; a program that speaks too early gets a moment to do so. */
    public Peer hearsNothing() {
        story.step(name, "expects to hear nothing yet");
        if (!await(patience.rest(), () -> over || unread() > 0)) return this;
        awaitRest();
        throw missed(unread() > 0 ? "it is too early for " + count(unread())
                : "it is too early for the end", new byte[0], consumed);
    }

    /** It goes on being connected. */
    public Peer saysNothing() {
        story.step(name, "says nothing");
        return this;
    }

    private void write(byte[] bytes) {
        story.add(at -> new Story.Sent(at, name, bytes));
        if (bytes.length <= TAKEN_AT_ONCE) {
            writeNow(bytes);
            return;
        }
        if (!reading) {
            push(bytes);
            return;
        }
        pending = new CountDownLatch(1);
        CountDownLatch written = pending;
        Thread.ofVirtual().start(() -> {
            boolean going = true;
            for (int at = 0; going && at < bytes.length; at += PUSH) {
                going = writeNow(Arrays.copyOfRange(bytes, at, Math.min(at + PUSH, bytes.length)));
                if (going) taken.incrementAndGet();
            }
            if (going) written.countDown();
        });
        if (!awaitWritten()) noteUnread(false);
    }

    private boolean awaitWritten() {
        try {
            return pending.await(patience.reply().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /** Until the program takes no more, because it cannot get rid of its answers. */
    private void push(byte[] bytes) {
        AtomicInteger taken = new AtomicInteger();
        Thread.ofVirtual().start(() -> {
            for (int at = 0; at < bytes.length; at += PUSH) {
                writeNow(Arrays.copyOfRange(bytes, at, Math.min(at + PUSH, bytes.length)));
                taken.addAndGet(PUSH);
            }
        });
        long deadline = System.nanoTime() + patience.reply().toNanos();
        int before = -1;
        while (taken.get() > before && taken.get() < bytes.length
                && System.nanoTime() < deadline) {
            before = taken.get();
            LockSupport.parkNanos(patience.rest().toNanos());
        }
    }

    /** False if there is nobody any more to take it. */
    private boolean writeNow(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            // the program has closed already: what it said before that tells more than this
            story.add(at -> new Story.Broke(at, name, "cannot send: " + reason(e)));
            cannotSend = reason(e);
            return false;
        }
    }

    /** Goes on sending a byte now and then, for as long as somebody takes it. */
    public Peer keepsSending() {
        story.step(name, "keeps sending a byte now and then");
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed() && writeNow(new byte[] {'.'})) {
                LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
            }
        });
        return this;
    }

    /** That the program reads all that was sent; much may take long, as long as it goes on. */
    public Peer expectsTaken() {
        story.step(name, "expects that all of that is read");
        long before = -1;
        while (pending.getCount() > 0 && taken.get() > before) {
            before = taken.get();
            awaitWritten();
        }
        for (int tries = 0; pending.getCount() == 0 && tries < TRIES; tries++) {
            if (settle()) return this;
        }
        // one byte more tells whether there is anybody who could read
        if (pending.getCount() == 0) writeNow(new byte[] {'.'});
        String why = cannotSend.isEmpty() ? "" : ", the connection broke: " + cannotSend;
        throw missed(UNREAD + why, new byte[0], -1);
    }

    /** Until the program has read all that was sent so far. */
    public Peer pauses() {
        story.step(name, "waits until that has been read");
        noteUnread(settle());
        return this;
    }

    /** Who has gone already, is not looked for. */
    private Optional<Untaken> otherEnd() {
        if (socket.isClosed() || socket instanceof PathSocket) return Optional.empty();
        return Optional.of(new Untaken(socket.getLocalPort(), socket.getPort()));
    }

    private boolean settle() {
        if (untaken == null) {
            untaken = socket instanceof PathSocket
                    ? Untaken.nowhereTold()
                    : new Untaken(socket.getLocalPort(), socket.getPort());
        }
        return socket.isClosed() || untaken.awaitNothing(patience.taken());
    }

    private void noteUnread(boolean taken) {
        if (!taken) story.add(at -> new Story.Unread(at, name));
    }

    public Peer expects(String text) {
        return expects(text.getBytes(UTF_8));
    }

    /** That these bytes come next, in whatever pieces. */
    public Peer expects(byte[] wanted) {
        verified = 0;
        makeRoom(wanted.length);
        story.step(name, "expects " + count(wanted.length));
        story.add(at -> new Story.Expected(at, name, wanted));
        boolean inTime = await(patience.reply(), () -> over || unread() >= wanted.length
                || mismatch(wanted) >= 0);
        int wrong = mismatch(wanted);
        if (wrong < 0 && unread() >= wanted.length) {
            consumed += wanted.length;
            return this;
        }
        if (wrong >= 0) {
            awaitRest();
            throw missed("byte " + (wrong - consumed) + " of what came is wrong", wanted, wrong);
        }
        int got = unread();
        String soFar = got == 0 ? "nothing came" : "only " + count(got) + " came";
        if (inTime) {
            throw missed(soFar + ", then the connection "
                    + (broke.isEmpty() ? "ended" : "broke: " + broke), wanted, -1);
        }
        Unmet late = missed("waited " + patience.reply().toMillis() + " ms for "
                + count(wanted.length) + ": " + soFar, wanted, -1);
        seeWhetherTheEndBringsIt(wanted);
        throw late;
    }

    /** That these texts come next, the lines of each in their order, but mixed in any way. */
    public Peer expectsMixed(String... texts) {
        Mixture mixture = new Mixture(texts);
        makeRoom(mixture.length());
        return expects(mixture.nearest(first(mixture.length())));
    }

    /** That a number comes next, highest byte first, which is one of these or between them. */
    public Peer expectsBetween(byte[] least, byte[] most) {
        return expects(new Range(least, most).nearest(first(least.length)));
    }

    /** What there is when there are so many bytes to look at, or when there will be no more. */
    private byte[] first(int bytes) {
        await(patience.reply(), () -> over || unread() >= bytes);
        synchronized (inbox) {
            return Arrays.copyOfRange(came, consumed, length);
        }
    }

    private void makeRoom(int wanted) {
        synchronized (inbox) {
            room = Math.max(room, consumed + wanted + LISTENS_TO);
            inbox.notifyAll();
        }
    }

    /**
     * What is held back until we end our sending was not lost, only kept: that is a different
     * mistake.
     */
    private void seeWhetherTheEndBringsIt(byte[] wanted) {
        if (endedSending || over) return;
        story.step(name, "ends its sending, to see what comes then");
        shutdownOutput();
        await(patience.second(), () -> over || unread() >= wanted.length);
    }

    /** That the program ends the connection, and says no more before it does. */
    public Peer expectsEnd() {
        story.step(name, "expects the end");
        boolean inTime = await(patience.reply(), () -> over || unread() > 0);
        if (unread() > 0) {
            awaitRest();
            throw missed("expected the end, but more came: " + count(unread()), new byte[0],
                    consumed);
        }
        if (!inTime) {
            throw missed("waited " + patience.reply().toMillis() + " ms for the program to close",
                    new byte[0], -1);
        }
        if (!broke.isEmpty()) {
            throw missed("expected the end, but the connection broke: " + broke, new byte[0], -1);
        }
        return this;
    }

    /** Ends its sending; it still listens. The program reads EOF. */
    public Peer halfCloses() {
        story.step(name, "ends its sending and goes on listening");
        shutdownOutput();
        return this;
    }

    private void shutdownOutput() {
        endedSending = true;
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            story.add(at -> new Story.Broke(at, name, "cannot end its sending: " + reason(e)));
        }
    }

    /** Breaks off: the program's next read or write fails. */
    public Peer resets() {
        story.step(name, "breaks off with a reset");
        Optional<Untaken> other = otherEnd();
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException theProgramWasFaster) {
            // the connection is gone already, which is what was wanted
        }
        close();
        // on a busy machine the next client may be quicker than the reset
        other.ifPresent(end -> end.awaitGone(patience.taken()));
        return this;
    }

    public Peer closes() {
        story.step(name, "closes");
        close();
        return this;
    }

    @Override
    public void close() {
        try {
            socket.close();
            makeRoom(0);
        } catch (IOException e) {
            story.add(at -> new Story.Broke(at, name, "cannot close: " + reason(e)));
        }
    }

    private int unread() {
        synchronized (inbox) {
            return length - consumed;
        }
    }

    /**
     * The place, in all that came, of the first byte that is not as wanted; -1 if there is none so
     * far.
     */
    private int mismatch(byte[] wanted) {
        synchronized (inbox) {
            int got = Math.min(length - consumed, wanted.length);
            int from = consumed + verified;
            int i = Arrays.mismatch(came, from, consumed + got, wanted, verified, got);
            if (i >= 0) return from + i;
            verified = got;
            return -1;
        }
    }

    private void awaitRest() {
        await(patience.rest(), () -> over);
    }

    /** False if the time was up first. */
    private boolean await(Duration atMost, BooleanSupplier happened) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (inbox) {
            while (!happened.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) return false;
                try {
                    inbox.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for bytes", e);
                }
            }
            return true;
        }
    }

    private Unmet missed(String what, byte[] wanted, int wrong) {
        story.add(at -> new Story.Missed(at, name, what, consumed, wanted, wrong));
        return new Unmet(name + ": " + what);
    }

    static String count(int bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
