package course.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * What everybody hears, in one order: server-sent events with numbers. Who was away for a moment
 * gets what was missed, who comes late gets the state of things. Nobody waits for anybody: a
 * follower whose queue is full is dropped, and will come back by itself.
 */
final class Channel implements AutoCloseable {
    /** So many events may be missed and still be sent one by one. */
    private static final int REMEMBERED = 256;

    /** So begins the name of a page that shows what is said, but is not counted. */
    private static final String LECTURER = "lecturer-";

    private static final int QUEUE = 64;
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(15);
    private static final Event BEAT = unnumbered("beat", "{}");

    /** What stays true until something else of its topic is said. */
    enum Topic {
        STEP,
        POLL,
        RUN,
        /** Nothing that one who comes late would want to know. */
        MOMENT
    }

    private record Event(long number, byte[] bytes) {}

    private static final class Follower {
        private final String reader;
        private final Thread thread = Thread.currentThread();
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);

        Follower(String reader) {
            this.reader = reader;
        }
    }

    private final String session;
    private final int mostFollowers;
    private final Deque<Event> remembered = new ArrayDeque<>();
    private final Map<Topic, List<Event>> standing = new HashMap<>();
    private final Set<Follower> followers = new HashSet<>();
    private long number;
    private long beaten = System.nanoTime();
    private boolean closed;

    /** @param session tells the numbers of this hour from those of another */
    Channel(String session, int mostFollowers) {
        this.session = session;
        this.mostFollowers = mostFollowers;
    }

    /** Says what replaces all that was said of this topic. */
    synchronized void say(Topic topic, String name, String json) {
        standing.remove(topic);
        add(topic, name, json);
    }

    /** Says what belongs to what was said of this topic before. */
    synchronized void add(Topic topic, String name, String json) {
        Event event = event(name, json, ++number);
        remembered.addLast(event);
        if (remembered.size() > REMEMBERED) remembered.removeFirst();
        if (topic != Topic.MOMENT) {
            standing.computeIfAbsent(topic, t -> new ArrayList<>()).add(event);
        }
        tell(event);
    }

    private void tell(Event event) {
        for (Follower follower : List.copyOf(followers)) {
            if (!follower.queue.offer(event)) drop(follower);
        }
    }

    /**
     * Says from time to time that the connection is alive, so that both sides notice when it is
     * not. That every follower waits with a deadline of its own would cost a third more.
     *
     * @param nanos as of {@link System#nanoTime}
     */
    synchronized void tick(long nanos) {
        if (nanos - beaten < BETWEEN_BEATS.toNanos()) return;
        beaten = nanos;
        tell(BEAT);
    }

    private Event event(String name, String json, long number) {
        byte[] id = "id: %s-%d\n".formatted(session, number).getBytes(StandardCharsets.UTF_8);
        byte[] rest = unnumbered(name, json).bytes();
        byte[] all = Arrays.copyOf(id, id.length + rest.length);
        System.arraycopy(rest, 0, all, id.length, rest.length);
        return new Event(number, all);
    }

    private static Event unnumbered(String name, String json) {
        String text = "event: %s\ndata: %s\n\n".formatted(name, json);
        return new Event(0, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Interrupted, a write that does not go on closes its connection. */
    private void drop(Follower follower) {
        followers.remove(follower);
        follower.thread.interrupt();
    }

    /**
     * Writes to one follower until one side has enough.
     *
     * @param reader the page's own name for itself
     * @param last the number that it has heard last, as it was sent; maybe another hour's
     * @param hello data of the first event
     */
    void serve(OutputStream to, String reader, String last, String hello) throws IOException {
        Follower follower = new Follower(reader);
        List<Event> first;
        synchronized (this) {
            if (closed) return;
            first = since(last);
            first.addFirst(unnumbered("hello", hello));
            // with its number, a page knows what it has even if nothing was missed
            first.addLast(event("current", "{}", number));
            followers.add(follower);
        }
        try {
            for (Event event : first) to.write(event.bytes());
            to.flush();
            while (true) {
                to.write(follower.queue.take().bytes());
                if (follower.queue.isEmpty()) to.flush();
            }
        } catch (InterruptedException dropped) {
            // it will come back
        } finally {
            synchronized (this) {
                followers.remove(follower);
            }
        }
    }

    private List<Event> since(String last) {
        long heard = heard(last);
        long oldest = remembered.isEmpty() ? number + 1 : remembered.getFirst().number();
        if (heard >= oldest - 1 && heard <= number) {
            return new ArrayList<>(
                    remembered.stream().filter(e -> e.number() > heard).toList());
        }
        List<Event> state = new ArrayList<>();
        standing.values().forEach(state::addAll);
        state.sort(Comparator.comparingLong(Event::number));
        // what such a page may still show of another time is not true any more
        state.addFirst(unnumbered("anew", "{}"));
        return state;
    }

    private long heard(String last) {
        String mine = session + "-";
        if (!last.startsWith(mine)) return -1;
        String number = last.substring(mine.length());
        return number.matches("\\d{1,15}") ? Long.parseLong(number) : -1;
    }

    synchronized int followers() {
        return followers.size();
    }

    /** Those that are not a lecturer's own. */
    synchronized int pages() {
        return (int) followers.stream().filter(f -> !f.reader.startsWith(LECTURER)).count();
    }

    synchronized boolean full() {
        return followers.size() >= mostFollowers;
    }

    /** Whether a page of this name listens. */
    synchronized boolean hears(String reader) {
        return followers.stream().anyMatch(f -> f.reader.equals(reader));
    }

    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(followers).forEach(this::drop);
    }
}
