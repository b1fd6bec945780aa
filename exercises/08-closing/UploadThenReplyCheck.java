import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import course.wire.Peer;

/** What the brief of UploadThenReply promises, promise by promise. */
class UploadThenReplyCheck {
    private static final int MIB = 1 << 20;

    @Check(points = 2,
            title = "sends what it reads, and ends its sending",
            hint = "When stdin is at its end, shutdownOutput.",
            lecture = "08-closing")
    void uploads(Program client, Host host, Names names) {
        String text = names.plain() + "\n" + names.plain() + "\n";
        Ending ending = client.reads(text, host.address(), host.port());
        host.accepts().expects(text).expectsEnd().closes();
        ending.prints().exits(0);
    }

    @Check(points = 3,
            title = "still listens, and prints the whole reply",
            hint = "Not close: that would end both directions. And one"
                    + " read may bring less than all.",
            lecture = "08-closing",
            after = "uploads")
    void printsReply(Program client, Host host, Names names) {
        String text = names.plain() + "\n";
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.reads(text, host.address(), host.port());
        host.accepts().expects(text).expectsEnd()
                .sends(one + "\n").pauses().sends(two + "\n").closes();
        ending.prints(one, two).exits(0);
    }

    @Check(points = 1,
            title = "sends nothing if there is nothing, and listens",
            hint = "No input is an input, too: it has an end.",
            lecture = "08-closing")
    void emptyInput(Program client, Host host, Names names) {
        String reply = names.plain();
        Ending ending = client.reads("", host.address(), host.port());
        host.accepts().expectsEnd().sends(reply + "\n").closes();
        ending.prints(reply).exits(0);
    }

    @Check(points = 2,
            title = "sends any bytes as they are",
            hint = "Bytes in, bytes out: why should they become text?",
            lecture = "07-reading-and-writing",
            after = "uploads")
    void anyBytes(Program client, Host host, Names names) {
        byte[] noise = names.noise(5_000);
        Ending ending =
                client.reads(noise, host.address(), host.port());
        host.accepts().expects(noise).expectsEnd().closes();
        ending.exits(0);
    }

    @Check(points = 1,
            title = "prints the bytes of the reply as they come",
            hint = "A read may cut a character in two; bytes that are"
                    + " not decoded cannot be decoded wrongly.",
            lecture = "07-reading-and-writing",
            after = "uploads")
    void utf8(Program client, Host host, Names names) {
        String text = names.plain() + "\n";
        String name = names.accented();
        byte[] reply = (name + "\n").getBytes(UTF_8);
        Ending ending = client.reads(text, host.address(), host.port());
        host.accepts().expects(text).expectsEnd()
                .sendsInTwo(reply, insideACharacter(reply)).closes();
        ending.prints(name).exits(0);
    }

    @Check(points = 2,
            title = "goes on sending when the reply has ended",
            hint = "The end that you read ends one direction. Is the"
                    + " other one done?",
            lecture = "08-closing",
            after = "printsReply")
    void replyFirst(Program client, Host host, Names names) {
        String much = much(names);
        String reply = names.plain();
        Ending ending = client.reads(much, host.address(), host.port());
        Peer server = host.accepts()
                .sends(reply + "\n").halfCloses().pauses();
        ending.settles();
        server.expects(much).expectsEnd().closes();
        ending.prints(reply).exits(0);
    }

    @Check(points = 4,
            title = "reads while it sends: 8 MiB both ways",
            hint = "Your write waits until the server reads, and the"
                    + " server's until you do. Who gives in?",
            lecture = "08-closing",
            after = "printsReply")
    void bothWays(Program client, Host host, Names names) {
        String there = much(names);
        String back = much(names);
        Ending ending =
                client.reads(there, host.address(), host.port());
        host.accepts().sends(back).expectsTaken()
                .expects(there).expectsEnd().closes();
        ending.prints(back.split("\n")).exits(0);
    }

    @Check(points = 1,
            title = "ends when both directions have ended",
            hint = "The reply's end and the input's end: what is there"
                    + " to wait for?",
            lecture = "08-closing")
    void serverStays(Program client, Host host, Names names) {
        String text = names.plain() + "\n";
        Ending ending = client.reads(text, host.address(), host.port());
        host.accepts().expects(text).expectsEnd()
                .sends(text).halfCloses();
        ending.prints(text.strip()).exits(0);
    }

    @Check(points = 2,
            title = "says so when the server breaks off",
            hint = "A reset is no end: the read fails. One line on"
                    + " stderr, and status 1.",
            lecture = "08-closing",
            after = "uploads")
    void reset(Program client, Host host, Names names) {
        String text = names.plain() + "\n";
        Ending ending = client.reads(text, host.address(), host.port());
        host.accepts().expects(text).expectsEnd().resets();
        ending.exits(1).complainsOnce("read").prints();
    }

    @Check(points = 1,
            title = "says so when nobody answers",
            hint = "connect fails: one line on stderr, and status 1.",
            lecture = "06-connect-and-accept")
    void nobody(Program client) {
        client.callsNobody().exits(1).complainsOnce("connect").prints();
    }

    @Check(points = 1,
            title = "says no to a bad port, status 2",
            hint = "Not every number is a port, and not every word is a"
                    + " number.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program client) {
        Ending big = client.runs("127.0.0.1", "70000");
        Ending word = client.runs("127.0.0.1", "http");
        big.exits(2).complainsOnce();
        word.exits(2).complainsOnce();
    }

    /** More than the buffers between two programs can hold. */
    private static String much(Names names) {
        String line = names.plain().repeat(300) + "\n";
        return line.repeat(8 * MIB / line.length());
    }

    /** The place after the first byte of the first long character. */
    private static int insideACharacter(byte[] utf8) {
        int at = 0;
        while (utf8[at] >= 0) at++;
        return at + 1;
    }
}
