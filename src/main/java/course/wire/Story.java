package course.wire;

import course.run.Started;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one test, in order: the steps of the check, the bytes of both directions, the
 * words printed.
 */
public final class Story {
    /** More events than this are counted and not kept: a program may never stop talking. */
    private static final int KEPT = 400;

    /** Something that happened, {@code micros} after the story began. */
    public sealed interface Event {
        long micros();
    }

    /**
     * What the check does, numbered from 1; {@code who} is the peer that it plays, or the check
     * itself.
     */
    public record Step(long micros, int number, String who, String does) implements Event {}

    /** Bytes as one write handed them over. */
    public record Sent(long micros, String who, byte[] bytes) implements Event {}

    /** Bytes as one read got them. */
    public record Came(long micros, String who, byte[] bytes) implements Event {}

    /** The bytes that should come next. */
    public record Expected(long micros, String who, byte[] bytes) implements Event {}

    /** The program under test ended its sending. */
    public record End(long micros, String who) implements Event {}

    /** The program under test has not read what was sent to it, or cannot any more. */
    public record Unread(long micros, String who) implements Event {}

    /** The connection did not come about, or it broke. */
    public record Broke(long micros, String who, String how) implements Event {}

    /** What became of a datagram on its way, by our own doing. */
    public record Befell(long micros, String who, String what) implements Event {}

    /** A line that the program under test printed. */
    public record Printed(long micros, Started.Stream stream, String text) implements Event {}

    /** The program under test was started with these arguments. */
    public record Launched(long micros, List<String> arguments) implements Event {}

    /** The program under test ended by itself. */
    public record Exited(long micros, int status) implements Event {}

    /**
     * Where the story goes wrong.
     *
     * @param from where in all that {@code who} got the disappointing bytes begin
     * @param expected what should have come from there on; empty if no bytes are concerned
     * @param wrong the index of the first wrong byte in all that {@code who} got, or -1
     */
    public record Missed(long micros, String who, String what, int from, byte[] expected,
            int wrong) implements Event {}

    private final long begun = System.nanoTime();
    private final List<Event> events = new ArrayList<>();
    private int steps;
    private int callers;
    private int calls;
    private boolean ended;

    /** An event that is told with the time at which it happened. */
    @FunctionalInterface
    public interface Told {
        Event at(long micros);
    }

    /** What happens from now on belongs to the tidying up. */
    public synchronized void ends() {
        ended = true;
    }

    public synchronized void add(Told told) {
        if (ended) return;
        if (events.size() < KEPT || told.at(0) instanceof Missed) {
            events.add(told.at(micros(System.nanoTime())));
        }
    }

    public synchronized void step(String who, String does) {
        int number = ++steps;
        add(at -> new Step(at, number, who, does));
    }

    /**
     * What a program said before this, on the clock of the story; what was said before the story
     * began, at 0.
     */
    public synchronized void printed(Started.Line line) {
        events.add(new Printed(micros(line.nanos()), line.stream(), line.text()));
    }

    private long micros(long nanos) {
        return Math.max(0, (nanos - begun) / 1000);
    }

    synchronized String nextCaller() {
        return "client " + ++callers;
    }

    synchronized String nextCall() {
        return ++calls == 1 ? "the server" : "the server, on connection " + calls + ",";
    }

    /** How many peers called the program. */
    public synchronized int callers() {
        return callers;
    }

    /** In the order in which they happened, which is not quite that in which they were heard of. */
    public synchronized List<Event> events() {
        return events.stream().sorted(Comparator.comparingLong(Event::micros)).toList();
    }

    public <E extends Event> List<E> all(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Without what the check had in mind: what the program sent, printed and ended with. */
    public Story asTheProgramSawIt() {
        Story told = new Story();
        for (Event event : events()) {
            switch (event) {
                case Step s -> { }
                case Sent s -> { }
                case Expected e -> { }
                case Befell b -> { }
                case Missed m -> told.events.add(
                        new Missed(m.micros, m.who, "this is not what was expected", m.from,
                                new byte[0], -1));
                case Came c -> told.events.add(c);
                case End e -> told.events.add(e);
                case Unread u -> told.events.add(u);
                case Broke b -> told.events.add(b);
                case Printed p -> told.events.add(p);
                case Launched l -> told.events.add(l);
                case Exited e -> told.events.add(e);
            }
        }
        told.callers = callers();
        return told;
    }

    public Optional<Missed> missed() {
        return all(Missed.class).stream().findFirst();
    }

    /** All that {@code who} sent. */
    public byte[] sent(String who) {
        var bytes = new ByteArrayOutputStream();
        for (Sent s : all(Sent.class)) if (s.who().equals(who)) bytes.writeBytes(s.bytes());
        return bytes.toByteArray();
    }

    public byte[] expected(String who) {
        var bytes = new ByteArrayOutputStream();
        for (Expected e : all(Expected.class)) if (e.who().equals(who)) bytes.writeBytes(e.bytes());
        return bytes.toByteArray();
    }

    public byte[] came(String who) {
        var bytes = new ByteArrayOutputStream();
        for (Came c : all(Came.class)) if (c.who().equals(who)) bytes.writeBytes(c.bytes());
        return bytes.toByteArray();
    }
}
