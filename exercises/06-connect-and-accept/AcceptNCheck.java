import course.check.Check;
import course.check.Ending;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import java.util.List;
import java.util.stream.Collectors;

/** What the brief of AcceptN promises, promise by promise. */
class AcceptNCheck {
    @Check(points = 3,
            title = "tells three clients who they are, and closes",
            hint = "Three times accept; then each gets three lines, in"
                    + " the order in which they came.",
            lecture = "06-connect-and-accept")
    void three(Server server) {
        List<Peer> clients = server.connect(3);
        told(clients, clients);
    }

    @Check(points = 2,
            title = "tells nobody before the last has come",
            hint = "First accept them all, then write.",
            lecture = "06-connect-and-accept",
            after = "three")
    void waits(Server server) {
        Peer one = server.connect().hearsNothing();
        Peer two = server.connect().hearsNothing();
        Peer three = server.connect();
        List<Peer> clients = List.of(one, two, three);
        told(clients, clients);
    }

    @Check(points = 3,
            title = "begins again, with nobody of the last round",
            hint = "What must be empty when a round begins? And the"
                    + " listening socket stays open.",
            lecture = "06-connect-and-accept",
            after = "three")
    void again(Server server) {
        for (int round = 1; round <= 3; round++) {
            List<Peer> clients = server.connect(3);
            told(clients, clients);
        }
    }

    @Check(points = 2,
            title = "takes six at once, three by three",
            hint = "Who waits in the queue is accepted in the next"
                    + " round.",
            lecture = "06-connect-and-accept",
            after = "three")
    void crowd(Server server) {
        List<Peer> clients = server.connect(6);
        told(clients.subList(0, 3), clients.subList(0, 3));
        told(clients.subList(3, 6), clients.subList(3, 6));
    }

    @Check(points = 2,
            title = "counts a client that has closed already",
            hint = "accept hands it out all the same.",
            lecture = "06-connect-and-accept",
            after = "three")
    void closed(Server server) {
        Peer gone = server.connect().closes();
        Peer two = server.connect();
        Peer three = server.connect();
        told(List.of(two, three), List.of(gone, two, three));
    }

    @Check(points = 2,
            title = "lets one that broke off harm nobody",
            hint = "A write can fail. Who should suffer from that?",
            lecture = "08-closing",
            after = "again")
    void reset(Server server) {
        Peer one = server.connect();
        Peer gone = server.connect().resets();
        Peer three = server.connect();
        told(List.of(one, three), List.of(one, gone, three));
        List<Peer> next = server.connect(3);
        told(next, next);
    }

    @Check(points = 2,
            title = "waits for as many as it is told to",
            hint = "The second argument is n.",
            lecture = "06-connect-and-accept",
            after = "three")
    void number(Program program) {
        Server server = program.listensWith("2");
        Peer one = server.connect().hearsNothing();
        Peer two = server.connect();
        told(List.of(one, two), List.of(one, two));
    }

    @Check(points = 2,
            title = "prints who has come, when they come",
            hint = "A line for each accept on stdout, and nothing else"
                    + " but the first.",
            lecture = "06-connect-and-accept",
            after = "three")
    void prints(Program program) {
        Server server = program.listensWith("2");
        List<Peer> clients = server.connect(2);
        told(clients, clients);
        server.stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port(),
                clients.get(0).address(), clients.get(1).address());
    }

    @Check(points = 2,
            title = "says no to a bad port, a bad n, a busy port",
            hint = "Status 2 for the words, 1 for bind, and one line.",
            lecture = "05-socket-bind-listen")
    void usage(Program program) {
        Ending port = program.runs("65536");
        Ending none = program.runs("0", "0");
        Ending busy = program.runsOnBusyPort();
        port.exits(2).complainsOnce();
        none.exits(2).complainsOnce();
        busy.exits(1).complainsOnce("bind");
    }

    private static void told(List<Peer> clients, List<Peer> who) {
        String lines = who.stream().map(p -> p.address() + "\n")
                .collect(Collectors.joining());
        clients.forEach(c -> c.expects(lines).expectsEnd());
    }
}
