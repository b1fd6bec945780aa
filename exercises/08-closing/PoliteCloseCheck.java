import course.check.Check;
import course.check.Ending;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the brief of PoliteClose promises, promise by promise. */
class PoliteCloseCheck {
    /** Longer than a polite server stays, in moments. */
    private static final int MOMENTS = 10;

    @Check(points = 2,
            title = "counts, and ends its sending at once",
            hint = "Read a line, write the numbers, shutdownOutput. The"
                    + " client has not ended its own sending yet.",
            lecture = "08-closing")
    void counts(Server server, Names names) {
        int number = 2 + names.number(40);
        server.connect().sends(number + "\n")
                .expects(upTo(number)).expectsEnd().closes();
    }

    @Check(points = 1,
            title = "waits until the number is whole",
            hint = "One read may bring less than a line.",
            lecture = "07-reading-and-writing")
    void segments(Server server, Names names) {
        int number = 10 + names.number(40);
        server.connect().sendsByteByByte(number + "\n")
                .expects(upTo(number)).expectsEnd().closes();
    }

    @Check(points = 1,
            title = "asks back if it is no number",
            hint = "The reply is \"what?\" and \\n, then the end.",
            lecture = "07-reading-and-writing")
    void what(Server server, Names names) {
        server.connect().sends(names.plain() + "\n")
                .expects("what?\n").expectsEnd().closes();
        server.connect().sends("100001\n")
                .expects("what?\n").expectsEnd().closes();
    }

    @Check(points = 4,
            title = "loses no reply, though the client said too much",
            hint = "Close with unread bytes is a reset, and what is on"
                    + " its way is lost: read on before you close.",
            lecture = "08-closing",
            after = "counts")
    void saidTooMuch(Server server, Names names) {
        int number = 20_000 + names.number(1000);
        String more = names.plain().repeat(15_000);
        server.connectWithoutReading().sends(number + "\n" + more)
                .pauses().reads()
                .expects(upTo(number)).expectsEnd().closes();
    }

    @Check(points = 3,
            title = "goes on reading after it has ended its sending",
            hint = "shutdownOutput is half of a polite close: then"
                    + " read, and throw away, to the client's end.",
            lecture = "08-closing",
            after = "counts")
    void saysMore(Server server, Names names) {
        int number = 2 + names.number(40);
        server.connect().sends(number + "\n")
                .expects(upTo(number)).expectsEnd()
                .sends(names.noise(50_000)).expectsTaken().closes();
    }

    @Check(points = 2,
            title = "closes when the client has ended, too",
            hint = "At the client's end there is nothing more to wait"
                    + " for: close, on every path.",
            lecture = "08-closing",
            after = {"counts", "saysMore"})
    void givesBack(Server server, Names names) {
        counts(server, names);
        Holdings before = server.holdings();
        for (int i = 0; i < 5; i++) {
            server.connect().sends("3\n").expects(upTo(3))
                    .halfCloses().expectsEnd();
        }
        server.holdsNoMoreThan(before);
    }

    @Check(points = 3,
            title = "stays a second at most, if the client only stays",
            hint = "A read with a time limit: setSoTimeout.",
            lecture = "08-closing",
            after = "saysMore")
    void silent(Server server, Names names) {
        server.connect().sends("2\n").expects(upTo(2)).expectsEnd()
                .saysNothing();
        Peer next = server.connect().sends("3\n");
        waits(server);
        next.expects(upTo(3)).expectsEnd().closes();
    }

    @Check(points = 1,
            title = "stays a second at most, if the client talks on",
            hint = "The limit is one for all reads together, not one"
                    + " for each.",
            lecture = "08-closing",
            after = "silent")
    void talksOn(Server server, Names names) {
        server.connect().sends("2\n").expects(upTo(2)).expectsEnd()
                .keepsSending();
        Peer next = server.connect().sends("3\n");
        waits(server);
        next.expects(upTo(3)).expectsEnd().closes();
    }

    @Check(points = 1,
            title = "survives a client that breaks off",
            hint = "A read can fail. Who should suffer from that?",
            lecture = "08-closing",
            after = "counts")
    void reset(Server server, Names names) {
        server.connect().sends("1").pauses().resets();
        server.connect().sends("2\n").expects(upTo(2)).expectsEnd()
                .resets();
        server.keepsRunning().connect().sends("3\n")
                .expects(upTo(3)).expectsEnd().closes();
    }

    @Check(points = 1,
            title = "says where it listens, and nothing else",
            hint = "One line on stdout, when it can be called.",
            lecture = "04-first-server-and-client",
            after = "counts")
    void announces(Server server, Names names) {
        counts(server, names);
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "says no to a bad port (2) and to a busy one (1)",
            hint = "One line on stderr; bind is the call that fails.",
            lecture = "05-socket-bind-listen")
    void badPort(Program program) {
        Ending bad = program.runs("65536");
        Ending busy = program.runsOnBusyPort();
        bad.exits(2).complainsOnce();
        busy.exits(1).complainsOnce("bind");
    }

    private static void waits(Server server) {
        for (int i = 0; i < MOMENTS; i++) server.keepsRunning();
    }

    private static String upTo(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> i + "\n").collect(Collectors.joining());
    }
}
