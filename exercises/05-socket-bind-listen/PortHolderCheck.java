import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.check.Row;
import course.check.Server;
import java.util.Collections;
import java.util.List;

/** What the brief of PortHolder promises, promise by promise. */
class PortHolderCheck {
    @Check(points = 3,
            title = "holds one port: whoever calls is connected",
            hint = "Open it, print it, flush, and stay: a socket is"
                    + " gone with its program, or with its try.",
            lecture = "05-socket-bind-listen")
    void one(Server server) {
        server.connect().saysNothing();
        server.keepsRunning().connect().saysNothing();
    }

    @Check(points = 3,
            title = "holds three ports that the system has chosen",
            hint = "Three zeros are three ports. Keep them all open.",
            lecture = "05-socket-bind-listen",
            after = "one")
    void three(Program program) {
        Server server = program.listens("0", "0", "0");
        for (int port : server.ports(3)) {
            server.connectTo(port).saysNothing();
        }
    }

    @Check(points = 2,
            title = "holds the ports that it is told, in that order",
            hint = "One line for each argument, as they come.",
            lecture = "05-socket-bind-listen",
            after = "one")
    void inOrder(Program program) {
        Row row = program.row(4).frees(0, 1, 2, 3);
        Server server = program.listens(
                row.port(2), row.port(0), row.port(3));
        server.listensOn(row.port(2), row.port(0), row.port(3));
        server.connectTo(server.ports(3).getLast()).saysNothing();
    }

    @Check(points = 3,
            title = "holds all or none: nothing is said before all are",
            hint = "First open all of them, then print.",
            lecture = "05-socket-bind-listen",
            after = "one")
    void allOrNone(Program program) {
        Row row = program.row(3).frees(0, 1);
        program.runs(row.port(0), row.port(1), row.port(2))
                .exits(1).complainsOnce("bind").prints();
    }

    @Check(points = 1,
            title = "says which port it could not have",
            hint = "Your user has typed ten numbers. Which is it?",
            lecture = "05-socket-bind-listen",
            after = "allOrNone")
    void which(Program program) {
        Row row = program.row(3).frees(0, 2);
        program.runs(row.port(0), row.port(1), row.port(2))
                .exits(1).complainsOnce(row.port(1));
    }

    @Check(points = 1,
            title = "cannot have the same port twice",
            hint = "Let bind say so: it does.",
            lecture = "05-socket-bind-listen",
            after = "one")
    void twice(Program program) {
        Row row = program.row(1).frees(0);
        program.runs(row.port(0), row.port(0))
                .exits(1).complainsOnce("bind").prints();
    }

    @Check(points = 2,
            title = "holds a hundred ports",
            hint = "Who said how many there would be?",
            lecture = "05-socket-bind-listen",
            after = "three")
    void hundred(Program program) {
        List<String> zeros = Collections.nCopies(100, "0");
        Server server = program.listens(zeros.toArray(String[]::new));
        List<Integer> ports = server.ports(100);
        server.connectTo(ports.getFirst()).saysNothing();
        server.connectTo(ports.getLast()).saysNothing();
    }

    @Check(points = 2,
            title = "has room for twenty callers at a port",
            hint = "Nobody is accepted, so all of them wait. Where?",
            lecture = "05-socket-bind-listen",
            after = "one")
    void crowd(Server server) {
        server.letsWait(20);
    }

    @Check(points = 1,
            title = "says where it listens, and listens only there",
            hint = "Without an address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server) {
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 2,
            title = "says no to what is no port, with exit status 2",
            hint = "Look at all the arguments before you open any; and"
                    + " is there one?",
            lecture = "02-addresses-ports-and-names")
    void usage(Program program, Names names) {
        Ending nothing = program.runs();
        Ending word = program.runs("0", names.plain());
        Ending tooHigh = program.runs("0", "65536");
        nothing.exits(2).complainsOnce().prints();
        word.exits(2).complainsOnce().prints();
        tooHigh.exits(2).complainsOnce().prints();
    }
}
