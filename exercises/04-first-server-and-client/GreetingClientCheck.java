import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import java.util.List;

/** What the brief of GreetingClient promises, promise by promise. */
class GreetingClientCheck {
    @Check(points = 2,
            title = "says a name, prints the reply, and ends",
            hint = "Connect, send the name and \\n, read a line, print"
                    + " it, exit status 0.",
            lecture = "04-first-server-and-client")
    void oneName(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n")
                .sends(hello(name)).closes();
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "says the next name when the reply has come",
            hint = "For each name: send it, read its reply, print it.",
            lecture = "04-first-server-and-client",
            after = "oneName")
    void inTurn(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, one, two);
        host.accepts().expects(one + "\n").sends(hello(one))
                .expects(two + "\n").sends(hello(two)).closes();
        ending.prints("hello " + one, "hello " + two).exits(0);
    }

    @Check(points = 2,
            title = "reads on until a reply is whole",
            hint = "One read may bring less than a line.",
            lecture = "07-reading-and-writing",
            after = "oneName")
    void pieces(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n")
                .sendsByteByByte(hello(name)).closes();
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 1,
            title = "keeps what came too early for the next reply",
            hint = "One read may bring more than one line; what one"
                    + " reader has taken, a second never sees.",
            lecture = "07-reading-and-writing",
            after = "oneName")
    void together(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, one, two);
        host.accepts().expects(one + "\n")
                .sends(hello(one) + hello(two))
                .expects(two + "\n").closes();
        ending.prints("hello " + one, "hello " + two).exits(0);
    }

    @Check(points = 2,
            title = "prints a short reply as short as it is",
            hint = "How many bytes did the read bring?",
            lecture = "04-first-server-and-client",
            after = "oneName")
    void shortReply(Program client, Host host, Names names) {
        String name = names.plain() + names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n").sends("ok\n").closes();
        ending.prints("ok").exits(0);
    }

    @Check(points = 1,
            title = "takes \\r\\n for the end of a line, too",
            hint = "The \\r of such an end is not part of the reply.",
            lecture = "07-reading-and-writing",
            after = "oneName")
    void crlf(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n")
                .sends("hello " + name + "\r\n").closes();
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "speaks UTF-8, both ways",
            hint = "Name the charset wherever text becomes bytes, or"
                    + " bytes become text.",
            lecture = "07-reading-and-writing",
            after = "oneName")
    void utf8(Program client, Host host, Names names) {
        String name = names.accented();
        byte[] reply = hello(name).getBytes(UTF_8);
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n")
                .sendsInTwo(reply, insideACharacter(reply)).closes();
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 1,
            title = "prints a last reply that only EOF ends",
            hint = "At EOF, is there something left to print?",
            lecture = "08-closing",
            after = "oneName")
    void lastLine(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n")
                .sends("hello " + name).closes();
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "ends by itself, though the server stays",
            hint = "A line has come: why wait for more?",
            lecture = "07-reading-and-writing",
            after = "oneName")
    void serverStays(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n").sends(hello(name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 1,
            title = "ends the connection when it has done",
            hint = "The server learns from EOF that you have gone.",
            lecture = "08-closing",
            after = "oneName")
    void saysGoodbye(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n").sends(hello(name))
                .expectsEnd();
        ending.exits(0);
    }

    @Check(points = 2,
            title = "says so when the server ends without a reply",
            hint = "What does a read answer at EOF, and do you look?",
            lecture = "08-closing")
    void noReply(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, name);
        host.accepts().expects(name + "\n").closes();
        ending.exits(1).complainsOnce("read").prints();
    }

    @Check(points = 1,
            title = "says so when nobody answers",
            hint = "connect fails: one line on stderr, and status 1.",
            lecture = "06-connect-and-accept")
    void nobody(Program client, Names names) {
        client.callsNobody(names.plain()).exits(1)
                .complainsOnce("connect").prints();
    }

    @Check(points = 1,
            title = "says no to a bad port or a missing name, status 2",
            hint = "Not every number is a port, not every word is a"
                    + " number, and without a name all is in vain.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program client, Host host, Names names) {
        for (String port : List.of("70000", "0", "http")) {
            client.runs("127.0.0.1", port, "Ada").exits(2)
                    .complainsOnce();
        }
        client.calls(host).exits(2).complainsOnce();
    }

    private static String hello(String name) {
        return "hello " + name + "\n";
    }

    /** The place after the first byte of the first long character. */
    private static int insideACharacter(byte[] utf8) {
        int at = 0;
        while (utf8[at] >= 0) at++;
        return at + 1;
    }
}
