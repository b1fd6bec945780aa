package course.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many pages that follow, all read by one thread: they must not cost what the server does. */
final class Crowd implements AutoCloseable {
    private static final Pattern STEP =
            Pattern.compile("event: step\ndata: .*\"title\":\"([^\"]*)\",\"n\":(\\d+),");

    /** What one page has heard of the hour. */
    static final class Page {
        private final String name;
        private final SocketChannel channel;
        private final Unchunked from = new Unchunked();
        private boolean follows;
        private String end = "";
        private int steps;
        private int wrong;

        private Page(String name, SocketChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public String toString() {
            return "%s: %d steps, %d out of order%s%s".formatted(name, steps, wrong,
                    follows ? "" : ", no state of things", end.isEmpty() ? "" : ", " + end);
        }
    }

    /** Is told of every step that a page hears. */
    interface Ear {
        /** @param nanos when the page had it */
        void hears(int n, String title, long nanos);
    }

    private final Selector selector = Selector.open();
    private final List<Page> pages = new ArrayList<>();
    private final ByteBuffer some = ByteBuffer.allocate(64 << 10);
    private final Ear ear;

    /** Opens so many pages; none is heard before {@link #start}. */
    Crowd(int port, int size, Ear ear) throws IOException {
        this.ear = ear;
        for (int i = 0; i < size; i++) {
            SocketChannel channel = SocketChannel.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Page page = new Page("page-" + i, channel);
            pages.add(page);
            channel.write(ByteBuffer.wrap(
                    asks(page.name, port).getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, page);
        }
    }

    static String asks(String reader, int port) {
        return "GET /live/events?reader=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                .formatted(reader, port);
    }

    Crowd start() {
        Thread.ofPlatform().daemon().name("crowd").start(this::run);
        return this;
    }

    private void run() {
        try {
            while (selector.isOpen()) selector.select(key -> read((Page) key.attachment(), key));
        } catch (IOException | ClosedSelectorException closed) {
            // what was heard until then counts
        }
    }

    private void read(Page page, SelectionKey key) {
        some.clear();
        synchronized (this) {
            try {
                if (page.channel.read(some) < 0) throw new IOException("the server has ended it");
                long now = System.nanoTime();
                page.from.takes(some.flip(), event -> hears(page, event, now));
            } catch (IOException end) {
                page.end = end.getMessage();
                key.cancel();
            }
            notifyAll();
        }
    }

    private void hears(Page page, String event, long now) {
        if (event.contains("event: current\n")) page.follows = true;
        Matcher step = STEP.matcher(event);
        // where the hour was before the page came is no step that it follows
        if (!page.follows || !step.find()) return;
        int n = Integer.parseInt(step.group(2));
        if (n != ++page.steps) page.wrong++;
        ear.hears(n, step.group(1), now);
    }

    /** Until every page has the state of things; those that have not, as they are. */
    List<Page> follow(long deadline) throws InterruptedException {
        return but(page -> page.follows, deadline);
    }

    /** Until every page has heard so many steps, each once and in order; those that have not. */
    List<Page> heard(int steps, long deadline) throws InterruptedException {
        return but(page -> page.steps == steps && page.wrong == 0, deadline);
    }

    private synchronized List<Page> but(Predicate<Page> truth, long deadline)
            throws InterruptedException {
        while (true) {
            List<Page> others = pages.stream().filter(truth.negate()).toList();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            boolean inVain = left <= 0 || others.stream().anyMatch(page -> !page.end.isEmpty());
            if (others.isEmpty() || inVain) return others;
            wait(left);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Page page : pages) page.channel.close();
    }
}
