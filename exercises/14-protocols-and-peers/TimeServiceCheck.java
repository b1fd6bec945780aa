import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import course.wire.Post;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What the brief of TimeService promises, promise by promise. */
class TimeServiceCheck {
    private static final String HERE = "127.0.0.1";

    /** Seconds from 1900 to 1970. */
    private static final long OLDER = 2_208_988_800L;

    /** The second in which the four bytes begin again, since 1970. */
    private static final long WRAP = (1L << 32) - OLDER;

    /** A busy machine may need so many seconds to answer. */
    private static final int LATE = 30;

    /** Some system clocks are read with a step of this size. */
    private static final int TICK_MILLIS = 100;

    private static final byte[] LEAST = word(0);
    private static final byte[] MOST = word(-1);

    @Check(points = 2,
            title = "says four bytes by stream, unasked, and closes",
            hint = "After accept: write four bytes, close. Nobody says"
                    + " anything before that.",
            lecture = "14-protocols-and-peers")
    void stream(Server server) {
        server.connect().expectsBetween(LEAST, MOST).expectsEnd();
    }

    @Check(points = 2,
            title = "answers a datagram with one of four bytes",
            hint = "Receive one; send four bytes to the address that"
                    + " stands on it.",
            lecture = "10-datagrams")
    void datagram(Server server) {
        server.post().sends("?").expectsBetween(LEAST, MOST);
    }

    @Check(points = 3,
            title = "counts from 1900, the highest byte first",
            hint = "Add 2208988800. Which byte of a number does your"
                    + " machine put first, and which the network?",
            lecture = "03-byte-order-and-addresses",
            after = {"stream", "datagram"})
    void since1900(Program program, Names names) {
        long then = 1_000_000_000L + names.number(1_000_000_000);
        Server server = at(program, then);
        tellsBoth(server, word(then + OLDER));
    }

    @Check(points = 1,
            title = "tells the time that it is",
            hint = "Without a third argument, the clock is that of the"
                    + " system: seconds since 1970, whatever the zone.",
            lecture = "14-protocols-and-peers",
            after = {"stream", "datagram"})
    void now(Server server) {
        long now = seconds();
        byte[] least = word(now + OLDER);
        byte[] most = word(now + OLDER + LATE);
        server.connect().expectsBetween(least, most).expectsEnd();
        server.post().sends("?").expectsBetween(least, most);
    }

    @Check(points = 1,
            title = "looks at the clock for each who asks",
            hint = "When do you ask for the time: once, or each time?",
            lecture = "14-protocols-and-peers",
            after = "now")
    void goesOn(Server server) {
        server.listens();
        long before = System.currentTimeMillis() / 1000;
        // the clock of the system has to go on, and it cannot hurry
        while (seconds() <= before) LockSupport.parkNanos(1_000_000);
        byte[] least = word(before + 1 + OLDER);
        byte[] most = word(before + 1 + OLDER + LATE);
        server.connect().expectsBetween(least, most).expectsEnd();
        server.post().sends("?").expectsBetween(least, most);
    }

    @Check(points = 2,
            title = "begins again with 0 when four bytes are full",
            hint = "Four bytes have no sign: they are full in 2036, and"
                    + " go on with 00 00 00 00.",
            lecture = "03-byte-order-and-addresses",
            after = "since1900")
    void wrap(Program program) {
        tellsBoth(at(program, WRAP - 1), word(-1));
        tellsBoth(at(program, WRAP), word(0));
        tellsBoth(at(program, WRAP + 1), word(1));
    }

    @Check(points = 1,
            title = "takes a NOW that no int can hold",
            hint = "2038 is near: a time_t of 32 bits ends there, and"
                    + " so do int and parseInt.",
            lecture = "14-protocols-and-peers",
            after = "since1900")
    void far(Program program, Names names) {
        long later = 3_000_000_000L + names.number(1_000_000_000);
        tellsBoth(at(program, later), word(later + OLDER));
        tellsBoth(at(program, 4_294_967_295L),
                word(4_294_967_295L + OLDER));
    }

    @Check(points = 2,
            title = "answers any datagram, whatever is in it",
            hint = "A datagram may be empty, and it may be long. Four"
                    + " bytes go back, not as many as came.",
            lecture = "10-datagrams",
            after = "datagram")
    void anything(Server server, Names names) {
        server.post().sends("").expectsBetween(LEAST, MOST)
                .sends("x").expectsBetween(LEAST, MOST)
                .sends(names.noise(1400)).expectsBetween(LEAST, MOST)
                .sends("time?").expectsBetween(LEAST, MOST);
    }

    @Check(points = 1,
            title = "lets nobody wait for one that stays",
            hint = "You have said all you have to say. What are you"
                    + " waiting for?",
            lecture = "09-concurrent-servers",
            after = {"stream", "datagram"})
    void stayers(Server server) {
        List<Peer> staying = server.connect(5);
        Post post = server.post().sends("?");
        for (Peer client : staying) {
            client.expectsBetween(LEAST, MOST).expectsEnd();
        }
        post.expectsBetween(LEAST, MOST);
    }

    @Check(points = 2,
            title = "survives those who break off or do not wait",
            hint = "A write can fail. Who should suffer from that?",
            lecture = "08-closing",
            after = {"stream", "datagram"})
    void reset(Server server) {
        for (int i = 0; i < 20; i++) server.connect().resets();
        server.keepsRunning();
        Post impatient = server.post();
        for (int i = 0; i < 20; i++) impatient.sends("?");
        impatient.leaves();
        server.keepsRunning().connect()
                .expectsBetween(LEAST, MOST).expectsEnd();
        server.post().sends("?").expectsBetween(LEAST, MOST);
    }

    @Check(points = 1,
            title = "rests while nobody asks",
            hint = "To look at both in turn, again and again, takes a"
                    + " whole processor: a thread for each, or poll.",
            lecture = "12-multiplexing-and-options",
            after = {"stream", "datagram"})
    void rests(Server server) {
        server.connect().expectsBetween(LEAST, MOST).expectsEnd();
        server.post().sends("?").expectsBetween(LEAST, MOST);
        server.rests();
    }

    @Check(points = 1,
            title = "says once where it listens, and is only there",
            hint = "Two sockets, one port number, one line. Without an"
                    + " address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server) {
        server.listensOnlyThere().hearsOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "takes the place it is told, or says why it cannot",
            hint = "Bad words: status 2. bind fails, by one of the two:"
                    + " status 1. And SO_REUSEADDR, but not for UDP.",
            lecture = "05-socket-bind-listen",
            after = {"stream", "datagram"})
    void places(Program program) {
        Server six = program.listensAt(program.otherLoopback());
        six.connect().expectsBetween(LEAST, MOST).expectsEnd();
        Server again = program.restarts(six);
        again.connect().expectsBetween(LEAST, MOST).expectsEnd();
        again.post().sends("?").expectsBetween(LEAST, MOST);
        program.runs("65536").exits(2).complainsOnce();
        program.runs("0", HERE, "-1").exits(2).complainsOnce();
        program.runs("0", HERE, "noon").exits(2).complainsOnce();
        Ending stream = program.runsOnBusyPort();
        Ending post = program.runsOnBusyPostPort();
        stream.exits(1).complainsOnce("bind");
        post.exits(1).complainsOnce("bind");
    }

    private static Server at(Program program, long then) {
        return program.listensWith(HERE, String.valueOf(then));
    }

    private static void tellsBoth(Server server, byte[] time) {
        server.post().sends("?").expects(time);
        server.connect().expects(time).expectsEnd();
    }

    /** Since 1970, as far as every clock of this machine has come. */
    private static long seconds() {
        return (System.currentTimeMillis() - TICK_MILLIS) / 1000;
    }

    /** The lowest 32 bits, highest byte first. */
    private static byte[] word(long seconds) {
        return ByteBuffer.allocate(4).putInt((int) seconds).array();
    }
}
