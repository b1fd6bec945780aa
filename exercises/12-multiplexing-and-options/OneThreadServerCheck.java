import course.check.Check;
import course.check.Ending;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import java.util.List;

/** What the brief of OneThreadServer promises, promise by promise. */
class OneThreadServerCheck {
    private static final int MOST = 8_000_000;

    @Check(points = 2,
            title = "answers an order, and closes at the end",
            hint = "Read a line, make a number of it, write so many"
                    + " letters and a line feed.",
            lecture = "12-multiplexing-and-options")
    void answers(Server server, Names names) {
        int size = 1 + names.number(20);
        server.connect().sends(size + "\n").expects(letters(size))
                .halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "answers orders that come in one piece, in turn",
            hint = "What is behind the line feed belongs to the next"
                    + " order: keep it.",
            lecture = "07-reading-and-writing",
            after = "answers")
    void together(Server server, Names names) {
        int size = 27 + names.number(2000);
        server.connect().sends("3\n0\n" + size + "\n5\n")
                .expects(letters(3) + letters(0) + letters(size)
                        + letters(5))
                .halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "waits for the rest of an order, and for no other",
            hint = "Half an order is no order. Keep it with its client,"
                    + " and go back to select.",
            lecture = "12-multiplexing-and-options",
            after = "answers")
    void pieces(Server server, Names names) {
        int size = 10 + names.number(90);
        String order = size + "\n";
        Peer first = server.connect().sends(order.substring(0, 1))
                .pauses();
        server.connect().sends("26\n").expects(letters(26))
                .halfCloses().expectsEnd();
        first.sendsByteByByte(order.substring(1))
                .expects(letters(size)).halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "closes on what is no order, and on half of one",
            hint = "Digits, seven at most, and no more than 8000000."
                    + " At the end, half an order gets no answer.",
            lecture = "07-reading-and-writing",
            after = "answers")
    void noOrder(Server server, Names names) {
        server.connect().sends(names.plain() + "\n").expectsEnd();
        server.connect().sends("4\n8000001\n").expects(letters(4))
                .expectsEnd();
        server.connect().sends("99999999999\n").expectsEnd();
        // cut to 32 bits, this would be an order for five
        server.connect().sends("4294967301\n").expectsEnd();
        server.connect().sends("12").halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "serves a client while another does not read",
            hint = "write takes what there is room for. Keep count of"
                    + " the rest, and ask for OP_WRITE.",
            lecture = "12-multiplexing-and-options",
            after = "answers")
    void slowReader(Server server, Names names) {
        int size = MOST - names.number(1000);
        Peer slow = server.connectWithoutReading()
                .sends(size + "\n").pauses();
        server.connect().sends("5\n").expects(letters(5)).closes();
        slow.reads().expects(letters(size)).halfCloses()
                .expectsEnd();
    }

    @Check(points = 2,
            title = "still delivers when the client ends its sending",
            hint = "The end says: no more orders. What is owed, is"
                    + " owed.",
            lecture = "08-closing",
            after = {"answers", "slowReader"})
    void endsEarly(Server server, Names names) {
        int size = MOST - names.number(1000);
        Peer slow = server.connectWithoutReading()
                .sends("2\n" + size + "\n").halfCloses().pauses();
        server.connect().sends("5\n").expects(letters(5)).closes();
        slow.reads().expects(letters(2) + letters(size))
                .expectsEnd();
    }

    @Check(points = 2,
            title = "survives a client that breaks off",
            hint = "A read can fail, a write can fail. Who should"
                    + " suffer from that?",
            lecture = "08-closing",
            after = "answers")
    void breaksOff(Server server) {
        server.connectWithoutReading().sends(MOST + "\n").pauses()
                .resets();
        server.connect().sends("5\n").expects(letters(5)).resets();
        server.keepsRunning().connect().sends("5\n")
                .expects(letters(5)).halfCloses().expectsEnd();
    }

    @Check(points = 2,
            title = "rests while it can do nothing",
            hint = "Room to write is no news while there is nothing to"
                    + " write, nor words that you will not read now:"
                    + " give up that interest.",
            lecture = "12-multiplexing-and-options",
            after = {"answers", "slowReader"})
    void rests(Server server) {
        server.connect().sends("5\n").expects(letters(5))
                .sends("1").saysNothing();
        server.rests();
        server.connectWithoutReading().sends(MOST + "\n").pauses()
                .sends("5\n");
        server.rests();
    }

    @Check(points = 2,
            title = "serves forty with the threads it had for one",
            hint = "One selector knows all channels. No thread, no"
                    + " process is made for a client.",
            lecture = "12-multiplexing-and-options",
            after = "answers")
    void forty(Server server) {
        server.connect().sends("5\n").expects(letters(5)).closes();
        Holdings before = server.holdings();
        List<Peer> clients = server.connect(40);
        for (int i = 0; i < 40; i++) clients.get(i).sends(i + "\n");
        for (int i = 39; i >= 0; i--) {
            clients.get(i).expects(letters(i));
        }
        server.needsNoMoreThan(before);
        for (Peer client : clients) client.halfCloses().expectsEnd();
    }

    @Check(points = 1,
            title = "gives back what a connection has cost",
            hint = "A key that is cancelled is not a socket that is"
                    + " closed.",
            lecture = "09-concurrent-servers",
            after = {"answers", "breaksOff"})
    void givesBack(Server server) {
        server.connect().sends("5\n").expects(letters(5))
                .halfCloses().expectsEnd();
        Holdings before = server.holdings();
        for (int i = 0; i < 10; i++) {
            server.connect().sends("5\n").expects(letters(5)).resets();
            server.connect().sends("5\n").expects(letters(5))
                    .halfCloses().expectsEnd();
        }
        server.holdsNoMoreThan(before);
    }

    @Check(points = 1,
            title = "listens where it should, and says no properly",
            hint = "The address is the second argument. A bad port is"
                    + " status 2, a busy one 1, one line each.",
            lecture = "05-socket-bind-listen")
    void door(Server server, Program program) {
        Ending bad = program.runs("65536");
        Ending busy = program.runsOnBusyPort();
        bad.exits(2).complainsOnce();
        busy.exits(1).complainsOnce("bind");
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    private static String letters(int size) {
        String alphabet = "abcdefghijklmnopqrstuvwxyz";
        return alphabet.repeat(size / 26)
                + alphabet.substring(0, size % 26) + "\n";
    }
}
