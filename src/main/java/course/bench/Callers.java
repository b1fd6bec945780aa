package course.bench;

import course.script.Complaint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * The clients of a server that is measured: all of them in one thread, so that they take as little
 * as they can of the machine that they share with it. Every byte that comes is compared, and only
 * an answer that is right counts.
 */
final class Callers implements AutoCloseable {
    /** If nothing at all comes for so long, nothing will. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** More at once would only fill the queue of the listening socket. */
    private static final int CONNECTING_AT_ONCE = 64;

    private final InetSocketAddress server;
    private final Selector selector;
    private final ByteBuffer question =
            ByteBuffer.allocateDirect(Record.LENGTH).put(Record.QUESTION);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(2 * Record.LENGTH);
    private final ByteBuffer expected =
            ByteBuffer.allocateDirect(Record.LENGTH).put(Record.ANSWER);

    /** Null while what comes does not count. */
    private Histogram latencies;

    /** Whether who is answered asks again. */
    private boolean again;

    private int open;
    private int waiting;
    private long answers;
    private long ended;
    private IOException trouble;

    /** One connection. */
    private static final class Caller {
        private final boolean once;
        private int got;
        private boolean answered;
        private long asked;

        /** @param once whether it ends after one answer, or stays and keeps silent */
        Caller(boolean once) {
            this.once = once;
        }
    }

    private Callers(InetSocketAddress server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
    }

    static Callers of(InetSocketAddress server) {
        try {
            return new Callers(server);
        } catch (IOException e) {
            throw Complaint.machine("cannot make a selector: " + e.getMessage());
        }
    }

    /** What is asked before each further connection is made; it throws if there must be none. */
    interface Leave {
        void toGoOn(int open) throws Unfit;
    }

    /** Connects until so many are open, each of them answered once. */
    void open(int wanted, Duration atMost, Leave leave) throws Unfit {
        long deadline = System.nanoTime() + atMost.toNanos();
        int already = open;
        answers = 0;
        try {
            while (already + answers < wanted) {
                while (open < wanted && waiting < CONNECTING_AT_ONCE) {
                    leave.toGoOn(open);
                    connect(false);
                }
                if (System.nanoTime() > deadline) {
                    throw new Unfit((already + answers) + " of " + wanted + " served in "
                            + atMost.toSeconds() + " s");
                }
                attend();
            }
        } catch (Silence nobody) {
            throw new Unfit("serves " + (already + answers) + " at a time");
        } catch (IOException e) {
            throw unfit(e);
        }
    }

    /** A server that says nothing more, though somebody waits. */
    private static final class Silence extends IOException {
        Silence() {
            super("says nothing for " + SILENCE.toSeconds() + " s");
        }
    }

    private static Unfit unfit(IOException e) {
        String said = e.getMessage();
        return new Unfit(said == null ? e.getClass().getSimpleName() : said);
    }

    /**
     * Every open connection asks, and asks again when it is answered. When each has been answered
     * and the warm-up is over, the counting begins, in the middle of it all, and as it began it
     * ends. Answers with how many answers a second came, and notes in the histogram how long each
     * took, in nanoseconds.
     */
    double roundTrips(Duration warmUp, Duration time, Histogram into) throws Unfit {
        try {
            answers = 0;
            again = true;
            long begun = System.nanoTime();
            for (SelectionKey key : selector.keys()) ask(key);
            while (answers < open || System.nanoTime() - begun < warmUp.toNanos()) attend();
            answers = 0;
            latencies = into;
            begun = System.nanoTime();
            while (System.nanoTime() - begun < time.toNanos()) attend();
            double rate = answers * 1e9 / (System.nanoTime() - begun);
            // those that are asked already are answered still, but do not count
            latencies = null;
            again = false;
            while (waiting > 0) attend();
            return rate;
        } catch (IOException e) {
            throw unfit(e);
        } finally {
            latencies = null;
            again = false;
        }
    }

    /**
     * Connections that ask once and end, one after the other, some at a time: for so long, but not
     * fewer than so many and not more. Answers with how many a second.
     */
    double connections(Duration time, int fewest, int most) throws Unfit {
        try {
            ended = 0;
            long begun = System.nanoTime();
            while (ended < most
                    && (ended < fewest || System.nanoTime() - begun < time.toNanos())) {
                while (open < Plan.AT_ONCE) connect(true);
                attend();
            }
            double rate = ended * 1e9 / (System.nanoTime() - begun);
            while (open > 0) attend();
            return rate;
        } catch (IOException e) {
            throw unfit(e);
        }
    }

    private void connect(boolean once) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, 0, new Caller(once));
        open++;
        waiting++;
        if (channel.connect(server)) connected(key);
        else key.interestOps(SelectionKey.OP_CONNECT);
    }

    private void connected(SelectionKey key) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        waiting--;
        ask(key);
    }

    private void ask(SelectionKey key) throws IOException {
        Caller caller = (Caller) key.attachment();
        waiting++;
        caller.got = 0;
        caller.asked = System.nanoTime();
        int written = ((SocketChannel) key.channel()).write(question.rewind());
        // it has answered all that was asked, so the queue to it is empty
        if (written < Record.LENGTH) throw new IOException("takes no record");
    }

    /** Waits until something happens, and does what is to be done then. */
    private void attend() throws IOException {
        int ready = selector.select(this::attend, SILENCE.toMillis());
        if (trouble != null) {
            IOException first = trouble;
            trouble = null;
            throw first;
        }
        if (ready == 0) throw new Silence();
    }

    private void attend(SelectionKey key) {
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            if (key.isConnectable()) {
                if (channel.finishConnect()) connected(key);
            } else {
                read(key, channel, (Caller) key.attachment());
            }
        } catch (IOException e) {
            trouble = e;
            key.cancel();
        }
    }

    private void read(SelectionKey key, SocketChannel channel, Caller caller) throws IOException {
        int n = channel.read(answer.clear());
        if (n < 0) {
            end(channel, caller);
            return;
        }
        compare(answer.flip(), caller.got);
        caller.got += n;
        if (caller.got < Record.LENGTH) return;
        if (latencies != null) latencies.recordValue(System.nanoTime() - caller.asked);
        caller.answered = true;
        answers++;
        waiting--;
        if (caller.once) channel.shutdownOutput();
        else if (again) ask(key);
    }

    private void compare(ByteBuffer came, int at) throws IOException {
        for (int i = 0; came.hasRemaining(); i++) {
            if (at + i >= Record.LENGTH) throw new IOException("answers more than one record");
            byte b = came.get();
            if (b != expected.get(at + i)) {
                throw new IOException("answers wrong bytes: byte " + (at + i) + " is "
                        + "%02x, not %02x".formatted(b, expected.get(at + i)));
            }
        }
    }

    private void end(SocketChannel channel, Caller caller) throws IOException {
        if (!caller.answered) throw new IOException("ends before it has answered");
        if (!caller.once) throw new IOException("ends a connection that stays");
        ended++;
        open--;
        channel.close();
    }

    /** Ends all connections; who is still talking finds the end. */
    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                if (key.isValid()) key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw Complaint.machine("cannot close a connection: " + e.getMessage());
        }
    }
}
