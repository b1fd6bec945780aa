package course.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A client that does as it is told, step by step, and remembers everything. Each step answers with
 * the caller itself, so that a check reads like a script: {@code
 * connect().sends("Ada\n").halfCloses().expects("hello Ada\n")}.
 */
public final class Caller implements AutoCloseable {
    /** A server that never stops talking is not listened to any longer. */
    private static final int LISTENS_TO = 64 * 1024;

    private final Story story;
    private final Patience patience;
    private final String name;
    private final Socket socket = new Socket();

    private final Object inbox = new Object();
    private final ByteArrayOutputStream came = new ByteArrayOutputStream();
    private boolean over;
    private String broke = "";
    private int consumed;
    private boolean endedSending;
    private Untaken untaken;

    private Caller(Story story, Patience patience) {
        this.story = story;
        this.patience = patience;
        this.name = story.nextCaller();
    }

    /** Calls a server on this machine. */
    public static Caller connect(int port, Story story, Patience patience) {
        Caller caller = new Caller(story, patience);
        story.step(caller.name, "connects to port " + port);
        try {
            caller.socket.setTcpNoDelay(true);
            InetSocketAddress server =
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            caller.socket.connect(server, (int) patience.reply().toMillis());
            Thread.ofVirtual().start(caller::listen);
            return caller;
        } catch (IOException e) {
            caller.over(reason(e));
            throw caller.missed("nobody answers on port " + port + ": " + reason(e), new byte[0],
                    -1);
        }
    }

    private void listen() {
        byte[] chunk = new byte[8192];
        try {
            for (int n; (n = socket.getInputStream().read(chunk)) >= 0
                    && came.size() < LISTENS_TO; ) {
                byte[] bytes = Arrays.copyOf(chunk, n);
                synchronized (inbox) {
                    story.add(at -> new Story.Came(at, name, bytes));
                    came.writeBytes(bytes);
                    inbox.notifyAll();
                }
            }
            synchronized (inbox) {
                story.add(at -> new Story.End(at, name));
                over("");
            }
        } catch (IOException e) {
            if (!socket.isClosed()) over(reason(e));
            else over("");
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

    public Caller sends(String text) {
        return sends(text.getBytes(UTF_8));
    }

    /** In one write, and thus, on this machine, in one segment. */
    public Caller sends(byte[] bytes) {
        story.step(name, "sends " + count(bytes.length));
        write(bytes);
        return this;
    }

    /** Each byte in a segment of its own, and each only when the server has read the one before. */
    public Caller sendsByteByByte(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        story.step(name, "sends " + count(bytes.length)
                + ", each when the one before has been read");
        boolean taken = true;
        for (byte b : bytes) {
            write(new byte[] {b});
            taken &= settle();
        }
        if (!taken) story.add(at -> new Story.Unread(at, name));
        return this;
    }

    private void write(byte[] bytes) {
        try {
            story.add(at -> new Story.Sent(at, name, bytes));
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // the server has closed already: what it said before that tells more than this
            story.add(at -> new Story.Broke(at, name, "cannot send: " + reason(e)));
        }
    }

    /** Until the server has read all that was sent so far. */
    public Caller pauses() {
        story.step(name, "waits until that has been read");
        if (!settle()) story.add(at -> new Story.Unread(at, name));
        return this;
    }

    private boolean settle() {
        if (untaken == null) untaken = new Untaken(socket.getLocalPort(), socket.getPort());
        return socket.isClosed() || untaken.awaitNothing(patience.taken());
    }

    public Caller expects(String text) {
        return expects(text.getBytes(UTF_8));
    }

    /** That these bytes come next, in whatever pieces. */
    public Caller expects(byte[] wanted) {
        story.step(name, "expects " + count(wanted.length));
        story.add(at -> new Story.Expected(at, name, wanted));
        boolean inTime = await(patience.reply(), () -> over || unread().length >= wanted.length
                || mismatch(wanted) >= 0);
        int wrong = mismatch(wanted);
        if (wrong < 0 && unread().length >= wanted.length) {
            consumed += wanted.length;
            return this;
        }
        if (wrong >= 0) {
            awaitRest();
            throw missed("byte " + (wrong - consumed) + " of the reply is wrong", wanted, wrong);
        }
        int got = unread().length;
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

    /**
     * What is held back until the client ends its sending was not lost, only kept: that is a
     * different mistake.
     */
    private void seeWhetherTheEndBringsIt(byte[] wanted) {
        if (endedSending || over) return;
        story.step(name, "ends its sending, to see what comes then");
        shutdownOutput();
        await(patience.second(), () -> over || unread().length >= wanted.length);
    }

    /** That the server ends the connection, and says no more before it does. */
    public Caller expectsEnd() {
        story.step(name, "expects the end");
        boolean inTime = await(patience.reply(), () -> over || unread().length > 0);
        if (unread().length > 0) {
            awaitRest();
            throw missed("expected the end, but more came: " + count(unread().length), new byte[0],
                    consumed);
        }
        if (!inTime) {
            throw missed("waited " + patience.reply().toMillis() + " ms for the server to close",
                    new byte[0], -1);
        }
        if (!broke.isEmpty()) {
            throw missed("expected the end, but the connection broke: " + broke, new byte[0], -1);
        }
        return this;
    }

    /** Ends its sending; it still listens. The server reads EOF. */
    public Caller halfCloses() {
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

    /** Breaks off: the server's next read or write fails. */
    public Caller resets() {
        story.step(name, "breaks off with a reset");
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException theServerWasFaster) {
            // the connection is gone already, which is what was wanted
        }
        close();
        return this;
    }

    public Caller closes() {
        story.step(name, "closes");
        close();
        return this;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            story.add(at -> new Story.Broke(at, name, "cannot close: " + reason(e)));
        }
    }

    private byte[] unread() {
        synchronized (inbox) {
            byte[] all = came.toByteArray();
            return Arrays.copyOfRange(all, consumed, all.length);
        }
    }

    /**
     * The place, in all that came, of the first byte that is not as wanted; -1 if there is none so
     * far.
     */
    private int mismatch(byte[] wanted) {
        byte[] got = unread();
        int i = Arrays.mismatch(got, wanted);
        return i < 0 || i >= Math.min(got.length, wanted.length) ? -1 : consumed + i;
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
                    throw new IllegalStateException("interrupted while waiting for the server", e);
                }
            }
            return true;
        }
    }

    private Unmet missed(String what, byte[] wanted, int wrong) {
        story.add(at -> new Story.Missed(at, name, what, consumed, wanted, wrong));
        return new Unmet(name + ": " + what);
    }

    private static String count(int bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
