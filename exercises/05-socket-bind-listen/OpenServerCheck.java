import course.check.Check;
import course.check.Ending;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Row;
import course.check.Server;

/** What the brief of OpenServer promises, promise by promise. */
class OpenServerCheck {
    @Check(points = 3,
            title = "says its port to a client, and waits for its end",
            hint = "The port is asked for after bind: getLocalPort,"
                    + " getsockname. Write first, then read to EOF.",
            lecture = "05-socket-bind-listen")
    void saysItsPort(Server server) {
        server.connect().expects(line(server)).halfCloses()
                .expectsEnd();
    }

    @Check(points = 2,
            title = "says where it listens, and listens only there",
            hint = "Without an address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server) {
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 3,
            title = "takes the first free port of its range",
            hint = "bind is the one who knows whether a port is free."
                    + " A refused call does not mean that it is.",
            lecture = "05-socket-bind-listen",
            after = "saysItsPort")
    void firstFree(Program program) {
        Row row = program.row(6).frees(3, 4);
        Server server = program.listens(row.port(0), row.last());
        server.listensOn(row.port(3));
        server.connect().expects(line(server)).closes();
    }

    @Check(points = 2,
            title = "tries the last port of its range, too",
            hint = "Is it < or <= ?",
            lecture = "05-socket-bind-listen",
            after = "saysItsPort")
    void lastOfAll(Program program) {
        Row row = program.row(3).frees(2);
        program.listens(row.port(0), row.last())
                .listensOn(row.last());
    }

    @Check(points = 2,
            title = "says that all ports are busy, with exit status 1",
            hint = "One line, after the last port: bind, and why.",
            lecture = "05-socket-bind-listen")
    void allBusy(Program program) {
        Row row = program.row(3);
        program.runs(row.port(0), row.last())
                .exits(1).complainsOnce("bind").prints();
    }

    @Check(points = 2,
            title = "gives back the sockets that it tried in vain",
            hint = "A socket whose bind has failed is still a socket.",
            lecture = "05-socket-bind-listen",
            after = "firstFree")
    void givesBack(Program program) {
        Holdings lean = program.listens("0").holdings();
        Row row = program.row(12).frees(10);
        program.listens(row.port(0), row.last())
                .listensOn(row.port(10)).holdsNoMoreThan(lean);
    }

    @Check(points = 2,
            title = "lets as many callers wait as it was told",
            hint = "The third argument goes to listen (in Java, to"
                    + " bind).",
            lecture = "05-socket-bind-listen",
            after = "saysItsPort")
    void waitingRoom(Program program) {
        Row row = program.row(1).frees(0);
        Server server =
                program.listens(row.port(0), row.port(0), "8");
        server.connect().expects(line(server)).saysNothing();
        server.letsWait(8, 20);
    }

    @Check(points = 1,
            title = "serves the next, though one breaks off",
            hint = "A read can fail. Who should suffer from that?",
            lecture = "08-closing",
            after = "saysItsPort")
    void next(Server server, Names names) {
        server.connect().expects(line(server))
                .sends(names.plain()).pauses().resets();
        server.connect().expects(line(server)).halfCloses()
                .expectsEnd();
    }

    @Check(points = 2,
            title = "gets its port back at once",
            hint = "SO_REUSEADDR, before bind.",
            lecture = "05-socket-bind-listen",
            after = "saysItsPort")
    void restart(Program program) {
        Row row = program.row(1).frees(0);
        Server old = program.listens(row.port(0));
        // it is stopped while a client is still connected
        old.connect().expects(line(old)).saysNothing();
        Server again = program.listensAgain(old, row.port(0));
        again.connect().expects(line(again)).closes();
    }

    @Check(points = 1,
            title = "says no to bad numbers, with exit status 2",
            hint = "A port is from 0 to 65535, a range goes upwards,"
                    + " and a backlog is at least 1.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program program, Names names) {
        Ending word = program.runs(names.plain());
        Ending tooHigh = program.runs("65000", "65536");
        Ending downwards = program.runs("5001", "5000");
        Ending noRoom = program.runs("5000", "5001", "0");
        word.exits(2).complainsOnce();
        tooHigh.exits(2).complainsOnce();
        downwards.exits(2).complainsOnce();
        noRoom.exits(2).complainsOnce();
    }

    private static String line(Server server) {
        return "port " + server.port() + "\n";
    }
}
