import course.check.Check;
import course.check.Ending;
import course.check.Program;
import course.wire.Host;
import course.wire.Peer;
import java.util.List;

/** What the brief of Endpoints promises, promise by promise. */
class EndpointsCheck {
    private static final String NONE = "- -> -";

    @Check(points = 4,
            title = "says both ends of a connection",
            hint = "Ask the socket for its own address and port, and"
                    + " for its partner's, and print numbers only.",
            lecture = "01-what-is-a-socket")
    void connected(Program endpoints, Host host) {
        Ending ending = endpoints.calls(host, "connected");
        Peer peer = host.accepts();
        ending.prints(peer.partner() + " -> " + place(host)).exits(0);
    }

    @Check(points = 2,
            title = "says that a new socket has no ends, calls nobody",
            hint = "No address is not address 0, and not null: print a"
                    + " minus sign.",
            lecture = "01-what-is-a-socket")
    void fresh(Program endpoints) {
        endpoints.callsNobody("new").prints(NONE).exits(0);
    }

    @Check(points = 3,
            title = "binds the wildcard, and connects the same socket",
            hint = "One socket all the way. Bind it to no address in"
                    + " particular, port 0, and write that as *.",
            lecture = "05-socket-bind-listen",
            after = "connected")
    void bound(Program endpoints, Host host) {
        Ending ending = endpoints.calls(host, "bound", "connected");
        Peer peer = host.accepts();
        ending.prints("*:" + port(peer) + " -> -",
                peer.partner() + " -> " + place(host)).exits(0);
    }

    @Check(points = 2,
            title = "says that a closed socket has no ends any more",
            hint = "Your language may remember what the system has"
                    + " forgotten: ask whether it is closed.",
            lecture = "08-closing",
            after = "connected")
    void closed(Program endpoints, Host host) {
        Ending ending = endpoints.calls(host, "closed");
        host.accepts();
        ending.prints(NONE).exits(0);
    }

    @Check(points = 2,
            title = "writes IPv6 between brackets, and short",
            hint = "[::1]:1234. Without brackets nobody knows where the"
                    + " address ends; and ::1 is seven zeros and a 1.",
            lecture = "02-addresses-ports-and-names",
            after = "connected")
    void six(Program endpoints) {
        Host host = endpoints.hostAt(endpoints.otherLoopback());
        Ending ending = endpoints.calls(host, "connected");
        Peer peer = host.accepts();
        ending.prints(peer.partner() + " -> " + place(host)).exits(0);
    }

    @Check(points = 2,
            title = "tells the whole life, a line for each step",
            hint = "new, bound, connected, closed: in this order,"
                    + " whatever the order of the words.",
            lecture = "01-what-is-a-socket",
            after = {"fresh", "bound", "closed"})
    void wholeLife(Program endpoints, Host host) {
        Ending ending = endpoints.calls(host,
                "closed", "new", "connected", "bound");
        Peer peer = host.accepts();
        ending.prints(NONE, "*:" + port(peer) + " -> -",
                peer.partner() + " -> " + place(host), NONE).exits(0);
    }

    @Check(points = 1,
            title = "says a step once, though it is asked for twice",
            hint = "For each step of the life: was it asked for?",
            lecture = "01-what-is-a-socket",
            after = "fresh")
    void onceOnly(Program endpoints) {
        endpoints.callsNobody("new", "new").prints(NONE).exits(0);
    }

    @Check(points = 1,
            title = "says nothing on the connection, and ends it",
            hint = "Endpoints looks at a connection: it needs no word"
                    + " from the other side, and says none.",
            lecture = "08-closing",
            after = "connected")
    void leaves(Program endpoints, Host host) {
        Ending ending = endpoints.calls(host, "connected");
        host.accepts().expectsEnd();
        ending.exits(0);
    }

    @Check(points = 1,
            title = "says so when nobody answers",
            hint = "connect fails: one line on stderr, and status 1.",
            lecture = "01-what-is-a-socket")
    void nobody(Program endpoints) {
        endpoints.callsNobody("connected").exits(1)
                .complainsOnce("connect").prints();
    }

    @Check(points = 1,
            title = "keeps what it has told before connect fails",
            hint = "Print each line when its step is done.",
            lecture = "01-what-is-a-socket",
            after = {"fresh", "nobody"})
    void toldBefore(Program endpoints) {
        endpoints.callsNobody("connected", "new").prints(NONE)
                .exits(1).complainsOnce("connect");
    }

    @Check(points = 1,
            title = "says no to a bad port, host or step, status 2",
            hint = "Look at all arguments before you make the socket.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program endpoints) {
        for (String port : List.of("70000", "0", "tea")) {
            endpoints.runs("127.0.0.1", port, "new").exits(2)
                    .complainsOnce();
        }
        endpoints.runs("localhost", "1234", "new").exits(2)
                .complainsOnce();
        endpoints.runs("127.0.0.1", "1234", "open").exits(2)
                .complainsOnce();
        endpoints.runs("127.0.0.1", "1234").exits(2).complainsOnce();
    }

    private static String place(Host host) {
        String address = host.address();
        return (address.contains(":") ? "[" + address + "]" : address)
                + ":" + host.port();
    }

    private static String port(Peer peer) {
        return peer.partner().replaceAll(".*:", "");
    }
}
