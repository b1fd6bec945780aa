import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;

/** What the brief of GreetingServer promises, promise by promise. */
class GreetingServerCheck {
    @Check(points = 2,
            title = "answers a line, and closes at the end",
            hint = "Read a line from the client, write \"hello \", the"
                    + " line and \\n to it; at EOF, close.",
            lecture = "04-first-server-and-client")
    void oneLine(Server server, Names names) {
        String name = names.plain();
        server.connect().sends(name + "\n").halfCloses()
                .expects(hello(name)).expectsEnd();
    }

    @Check(points = 2,
            title = "answers at once, while the client waits",
            hint = "Who keeps the reply back? Think of buffers.",
            lecture = "07-reading-and-writing")
    void atOnce(Server server, Names names) {
        String one = names.plain();
        String two = names.plain();
        server.connect().sends(one + "\n").expects(hello(one))
                .sends(two + "\n").expects(hello(two)).closes();
    }

    @Check(points = 2,
            title = "answers each of three lines sent at once",
            hint = "One read may bring more than one line.",
            lecture = "07-reading-and-writing")
    void together(Server server, Names names) {
        String one = names.plain();
        String two = names.plain();
        String three = names.plain();
        server.connect().sends(one + "\n" + two + "\n" + three + "\n")
                .halfCloses()
                .expects(hello(one) + hello(two) + hello(three));
    }

    @Check(points = 2,
            title = "waits until a line is whole",
            hint = "One read may bring less than a line.",
            lecture = "07-reading-and-writing")
    void segments(Server server, Names names) {
        String name = names.plain();
        server.connect().sendsByteByByte(name + "\n").halfCloses()
                .expects(hello(name));
    }

    @Check(points = 2,
            title = "speaks UTF-8, wherever a read cuts the line",
            hint = "Decode when the line is whole; name the charset.",
            lecture = "07-reading-and-writing",
            after = "atOnce")
    void utf8(Server server, Names names) {
        String name = names.accented();
        byte[] line = (name + "\n").getBytes(UTF_8);
        Peer client = server.connect();
        for (int at = 1; at < line.length; at++) {
            client.sendsInTwo(line, at).expects(hello(name));
        }
        client.closes();
    }

    @Check(points = 1,
            title = "takes \\r\\n for the end of a line, too",
            hint = "The \\r of such an end is not part of the name.",
            lecture = "07-reading-and-writing")
    void crlf(Server server, Names names) {
        String name = names.plain();
        server.connect().sends(name + "\r\n").halfCloses()
                .expects(hello(name));
    }

    @Check(points = 1,
            title = "greets nobody when a line is empty",
            hint = "An empty line is a line. It is not the end.",
            lecture = "07-reading-and-writing")
    void emptyLine(Server server, Names names) {
        String name = names.plain();
        server.connect().sends("\n").pauses().sends(name + "\n")
                .halfCloses().expects("hello nobody\n" + hello(name));
    }

    @Check(points = 1,
            title = "answers a last line that only EOF ends",
            hint = "At EOF, is there something left to answer?",
            lecture = "08-closing")
    void lastLine(Server server, Names names) {
        String one = names.plain();
        String two = names.plain();
        server.connect().sends(one + "\n").pauses().sends(two)
                .halfCloses().expects(hello(one) + hello(two));
    }

    @Check(points = 1,
            title = "serves one client after another",
            hint = "What happens after the first client has gone?",
            lecture = "06-connect-and-accept")
    void nextClient(Server server, Names names) {
        for (int client = 1; client <= 3; client++) {
            String name = names.plain();
            server.connect().sends(name + "\n").halfCloses()
                    .expects(hello(name)).expectsEnd();
        }
    }

    @Check(points = 2,
            title = "survives a client that breaks off",
            hint = "A read can fail. Who should suffer from that?",
            lecture = "08-closing")
    void reset(Server server, Names names) {
        String before = names.plain();
        String after = names.plain();
        server.connect().sends(before + "\n").halfCloses()
                .expects(hello(before)).expectsEnd();
        String half = names.plain().substring(0, 2);
        server.connect().sends(half).pauses().resets();
        server.connect().sends(after + "\n").halfCloses()
                .expects(hello(after)).expectsEnd();
    }

    @Check(points = 1,
            title = "says where it listens, and listens only there",
            hint = "One line on stdout, when it can be called; what"
                    + " else you want to see belongs on stderr.",
            lecture = "04-first-server-and-client")
    void announces(Server server, Names names) {
        String name = names.plain();
        server.connect().sends(name + "\n").halfCloses()
                .expects(hello(name)).expectsEnd();
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "listens on its port, and gets it back at once",
            hint = "The first argument is the port. In C and Python,"
                    + " set SO_REUSEADDR before bind.",
            lecture = "05-socket-bind-listen")
    void port(Server server, Program program, Names names) {
        String one = names.plain();
        String two = names.plain();
        // it is stopped in the middle of a conversation
        server.connect().sends(one + "\n").pauses();
        program.restarts(server).connect().sends(two + "\n")
                .halfCloses().expects(hello(two));
    }

    @Check(points = 1,
            title = "says no to a bad port, with exit status 2",
            hint = "Not every word is a number, and not every number is"
                    + " a port.",
            lecture = "02-addresses-ports-and-names")
    void badPort(Program program) {
        Ending noNumber = program.runs("http");
        Ending tooHigh = program.runs("65536");
        noNumber.exits(2).complainsOnce();
        tooHigh.exits(2).complainsOnce();
    }

    @Check(points = 1,
            title = "says that its port is busy, with exit status 1",
            hint = "bind fails: say so in one line that begins with the"
                    + " name of the call.",
            lecture = "05-socket-bind-listen")
    void busyPort(Program program) {
        program.runsOnBusyPort().exits(1).complainsOnce("bind");
    }

    private static String hello(String name) {
        return "hello " + name + "\n";
    }
}
