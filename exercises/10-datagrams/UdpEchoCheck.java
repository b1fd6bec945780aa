import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Post;

/** What the brief of UdpEcho promises, promise by promise. */
class UdpEchoCheck {
    private static final int LARGEST = 65_507;

    @Check(points = 3,
            title = "sends a datagram back to its sender",
            hint = "Receive one; send its bytes to the address that"
                    + " stands on it.",
            lecture = "10-datagrams")
    void echoes(Server server, Names names) {
        String text = names.plain();
        server.post().sends(text).expects(text);
    }

    @Check(points = 2,
            title = "goes on with the next one",
            hint = "What comes after the first datagram?",
            lecture = "10-datagrams",
            after = "echoes")
    void goesOn(Server server, Names names) {
        Post client = server.post().suffers("duplicate 2");
        String once = eight(names);
        String twice = eight(names);
        client.sends(once).expects(once)
                .sends(twice).expects(twice).expects(twice);
    }

    @Check(points = 3,
            title = "sends back as many bytes as came",
            hint = "A short one after a long one: which bytes of the"
                    + " buffer are new? And has the next long one"
                    + " room again?",
            lecture = "10-datagrams",
            after = "echoes")
    void lengths(Server server, Names names) {
        String one = names.plain();
        String three = one + names.plain() + names.plain();
        server.post().sends(three).expects(three)
                .sends(one).expects(one)
                .sends(three).expects(three);
    }

    @Check(points = 2,
            title = "sends back any bytes",
            hint = "Bytes in, bytes out: why should they become text?",
            lecture = "10-datagrams",
            after = "echoes")
    void anyBytes(Server server, Names names) {
        byte[] noise = names.noise(400);
        server.post().sends(noise).expects(noise);
    }

    @Check(points = 2,
            title = "sends back a datagram of no bytes, and goes on",
            hint = "0 is a length here, and no end. Has Java's socket"
                    + " been connected?",
            lecture = "10-datagrams",
            after = "echoes")
    void empty(Server server, Names names) {
        String text = names.plain();
        server.post().sends("").expects("").sends(text).expects(text);
    }

    @Check(points = 2,
            title = "sends back the largest datagram, whole",
            hint = "How much room does your receive offer?",
            lecture = "10-datagrams",
            after = "echoes")
    void largest(Server server, Names names) {
        byte[] noise = names.noise(LARGEST);
        server.post().sends(noise).expects(noise);
    }

    @Check(points = 2,
            title = "answers each of three clients, each its own",
            hint = "To whom do you send: to the one who asked now, or"
                    + " to the one who asked first?",
            lecture = "10-datagrams",
            after = "echoes")
    void clients(Server server, Names names) {
        Post one = server.post();
        Post two = server.post();
        Post three = server.post();
        String first = eight(names);
        String second = eight(names);
        String third = eight(names);
        one.sends(first);
        two.sends(second);
        three.sends(third);
        three.expects(third);
        one.expects(first).sends(third).expects(third);
        two.expects(second);
    }

    @Check(points = 1,
            title = "survives a client that does not wait",
            hint = "The answer finds nobody. Who should suffer?",
            lecture = "10-datagrams",
            after = "echoes")
    void gone(Server server, Names names) {
        String text = names.plain();
        Post impatient = server.post();
        for (int i = 0; i < 20; i++) impatient.sends(text);
        impatient.leaves();
        server.keepsRunning().post().sends(text).expects(text);
    }

    @Check(points = 1,
            title = "says where it listens, and listens only there",
            hint = "Without an address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server) {
        server.hearsOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "listens where it is told to, and again at once",
            hint = "The arguments are the port and the address; its"
                    + " family may be either.",
            lecture = "10-datagrams")
    void restart(Program program, Names names) {
        String text = names.plain();
        Server six = program.listensAt(program.otherLoopback());
        six.post().sends(text).expects(text);
        program.restarts(six).post().sends(text).expects(text);
    }

    @Check(points = 1,
            title = "says no to a bad port (2) and to a busy one (1)",
            hint = "One line on stderr; bind is the call that fails,"
                    + " unless you have set SO_REUSEADDR.",
            lecture = "10-datagrams")
    void badPort(Program program) {
        Ending bad = program.runs("65536");
        Ending busy = program.runsOnBusyPostPort();
        bad.exits(2).complainsOnce();
        busy.exits(1).complainsOnce("bind");
    }

    /** All of one length, which is not the point where this is used. */
    private static String eight(Names names) {
        return "%-8.8s".formatted(names.plain());
    }
}
