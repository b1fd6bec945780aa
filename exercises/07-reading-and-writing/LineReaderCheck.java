import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;

/** What the brief of LineReader promises, promise by promise. */
class LineReaderCheck {
    private static final String MAX = "20";

    @Check(points = 2,
            title = "prints a line and how long it is, and ends",
            hint = "Connect, collect bytes up to \\n, print how many,"
                    + " a space, and them; at EOF, exit status 0.",
            lecture = "07-reading-and-writing")
    void oneLine(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(name + "\n").closes();
        ending.prints(told(name)).exits(0);
    }

    @Check(points = 2,
            title = "prints each of three lines sent at once",
            hint = "One read may bring more than one line.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void together(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        String three = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(one + "\n" + two + "\n" + three + "\n")
                .closes();
        ending.prints(told(one), told(two), told(three)).exits(0);
    }

    @Check(points = 2,
            title = "reads on until a line is whole",
            hint = "One read may bring less than a line.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void pieces(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sendsByteByByte(one + "\n" + two + "\n")
                .closes();
        ending.prints(told(one), told(two)).exits(0);
    }

    @Check(points = 1,
            title = "takes \\r\\n for the end of a line, too",
            hint = "The \\r before a \\n belongs to the end, also if it"
                    + " came a read earlier.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void crlf(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, MAX);
        byte[] lines = (one + "\r\n" + two + "\r\n").getBytes(UTF_8);
        host.accepts().sendsInTwo(lines, one.length() + 1).closes();
        ending.prints(told(one), told(two)).exits(0);
    }

    @Check(points = 1,
            title = "keeps a \\r that stands alone",
            hint = "Only \\r\\n is an end; \\r without \\n is a byte of"
                    + " the line.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void loneCarriageReturn(Program client, Host host, Names names) {
        String line = names.plain() + "\r" + names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(line + "\n").closes();
        ending.prints(told(line)).exits(0);
    }

    @Check(points = 2,
            title = "prints an empty line as an empty line",
            hint = "An empty line is a line. It is not the end.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void emptyLine(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(one + "\n\n" + two + "\n").closes();
        ending.prints(told(one), told(""), told(two)).exits(0);
    }

    @Check(points = 2,
            title = "prints a last line that only EOF ends",
            hint = "At EOF, is there something left to print?",
            lecture = "08-closing",
            after = "oneLine")
    void lastLine(Program client, Host host, Names names) {
        String one = names.plain();
        String two = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(one + "\n" + two).closes();
        ending.prints(told(one), told(two)).exits(0);
    }

    @Check(points = 2,
            title = "prints UTF-8, even if a read cuts a character",
            hint = "Count bytes, and decode when the line is whole.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void utf8(Program client, Host host, Names names) {
        String name = names.accented();
        byte[] line = (name + "\n").getBytes(UTF_8);
        Ending ending = client.calls(host, MAX);
        host.accepts().sendsInTwo(line, insideACharacter(line))
                .closes();
        ending.prints(told(name)).exits(0);
    }

    @Check(points = 1,
            title = "takes a line that is exactly as long as allowed",
            hint = "The end of a line does not count.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void asLongAsAllowed(Program client, Host host, Names names) {
        String line = "x".repeat(17) + names.plain().substring(0, 3);
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(line + "\n" + line + "\r\n").closes();
        ending.prints(told(line), told(line)).exits(0);
    }

    @Check(points = 2,
            title = "gives up when a line gets too long",
            hint = "Count while you collect: the end of such a line may"
                    + " never come.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void tooLong(Program client, Host host, Names names) {
        String name = names.plain();
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(name + "\n" + "x".repeat(25));
        ending.exits(1).complainsOnce("read").prints(told(name));
    }

    @Check(points = 2,
            title = "prints nothing when the server says nothing",
            hint = "No byte, no line: look at what you have at EOF.",
            lecture = "08-closing")
    void nothing(Program client, Host host, Names names) {
        String name = names.plain();
        Ending silence = client.calls(host, MAX);
        host.accepts().closes();
        silence.prints().exits(0);
        Ending ending = client.calls(host, MAX);
        host.accepts().sends(name + "\n").closes();
        ending.prints(told(name)).exits(0);
    }

    @Check(points = 1,
            title = "says so when nobody answers, or MAX is no number",
            hint = "connect fails: status 1. Called wrongly: status 2."
                    + " One line on stderr for both.",
            lecture = "06-connect-and-accept")
    void wrong(Program client, Host host) {
        client.callsNobody(MAX).exits(1).complainsOnce("connect");
        client.calls(host, "many").exits(2).complainsOnce();
    }

    private static String told(String line) {
        return line.getBytes(UTF_8).length + " " + line;
    }

    /** The place after the first byte of the first long character. */
    private static int insideACharacter(byte[] utf8) {
        int at = 0;
        while (utf8[at] >= 0) at++;
        return at + 1;
    }
}
