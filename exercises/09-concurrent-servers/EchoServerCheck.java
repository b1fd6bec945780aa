import course.check.Check;
import course.check.Ending;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import java.util.List;

/** What the brief of EchoServer promises, promise by promise. */
class EchoServerCheck {
    @Check(points = 2,
            title = "sends back what it gets, and closes at the end",
            hint = "Read some bytes, write just these; until EOF.",
            lecture = "07-reading-and-writing")
    void echoes(Server server, Names names) {
        String text = names.plain() + "\n";
        server.connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
    }

    @Check(points = 2,
            title = "sends it back at once, a line or not",
            hint = "Wait neither for a line nor for a full buffer.",
            lecture = "07-reading-and-writing",
            after = "echoes")
    void atOnce(Server server, Names names) {
        String one = names.plain();
        String two = names.plain();
        server.connect().sends(one).expects(one)
                .sends(two).expects(two).closes();
    }

    @Check(points = 2,
            title = "sends back any bytes, many of them, at any speed",
            hint = "Bytes in, bytes out: why should they become text?",
            lecture = "07-reading-and-writing",
            after = "echoes")
    void anyBytes(Server server, Names names) {
        byte[] noise = names.noise(100_000);
        server.connectWithoutReading().sends(noise)
                .readsSlowly().expects(noise)
                .halfCloses().expectsEnd();
    }

    @Check(points = 3,
            title = "serves a client while another says nothing",
            hint = "Who accepts while you wait for the first client?",
            lecture = "09-concurrent-servers",
            after = "echoes")
    void idle(Server server, Names names) {
        String text = names.plain();
        Peer first = server.connect().sends(text).saysNothing();
        server.connect().sends(text).expects(text).closes();
        first.expects(text).halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "serves forty clients at once, each its own bytes",
            hint = "Which variables do the clients share?",
            lecture = "09-concurrent-servers",
            after = "echoes")
    void many(Server server, Names names) {
        List<Peer> clients = server.connect(40);
        byte[] noise = names.noise(40);
        for (int i = 0; i < 40; i++) {
            clients.get(i).sends(i + " says " + noise[i]);
        }
        for (int i = 39; i >= 0; i--) {
            clients.get(i).expects(i + " says " + noise[i])
                    .halfCloses().expectsEnd();
        }
    }

    @Check(points = 2,
            title = "serves a client while another does not read",
            hint = "Your write to the slow one waits. Who else does?",
            lecture = "09-concurrent-servers",
            after = "idle")
    void slowReader(Server server, Names names) {
        String text = names.plain();
        String much = text.repeat(6_000_000 / text.length());
        Peer slow = server.connectWithoutReading().sends(much);
        server.settles().connect().sends(text).expects(text).closes();
        slow.reads().expects(much).halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "survives a client that breaks off",
            hint = "A read can fail. Who should suffer from that?",
            lecture = "08-closing",
            after = "echoes")
    void reset(Server server, Names names) {
        String text = names.plain();
        server.connect().sends(text).expects(text).resets();
        server.keepsRunning().connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
    }

    @Check(points = 2,
            title = "gives back what a connection has cost",
            hint = "Close the socket on every path; let threads end;"
                    + " wait for dead children.",
            lecture = "09-concurrent-servers",
            after = {"echoes", "reset"})
    void givesBack(Server server, Names names) {
        String text = names.plain();
        server.connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
        Holdings before = server.holdings();
        for (int i = 0; i < 15; i++) {
            server.connect().sends(text).expects(text).resets();
            server.connect().sends(text).expects(text)
                    .halfCloses().expectsEnd();
        }
        server.holdsNoMoreThan(before);
    }

    @Check(points = 1,
            title = "says where it listens, and listens only there",
            hint = "Without an address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server, Names names) {
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "listens where it is told to, and again at once",
            hint = "The arguments are the port and the address; its"
                    + " family may be either. In C and Python, set"
                    + " SO_REUSEADDR before bind.",
            lecture = "05-socket-bind-listen")
    void restart(Program program, Names names) {
        String text = names.plain();
        Server six = program.listensAt(program.otherLoopback());
        six.connect().sends(text).pauses();
        program.restarts(six).connect().sends(text).halfCloses()
                .expects(text).expectsEnd();
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
}
