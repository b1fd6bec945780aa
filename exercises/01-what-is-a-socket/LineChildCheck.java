import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import java.util.List;

/** What the brief of LineChild promises, promise by promise. */
class LineChildCheck {
    @Check(points = 3,
            title = "calls, hears a line, and says it in capitals",
            hint = "Connect, read a line, say it in capitals, and \\n.",
            lecture = "01-what-is-a-socket")
    void oneLine(Program child, Host parent, Names names) {
        String line = "tea for " + names.number(1000);
        child.calls(parent);
        parent.accepts().sends(line + "\n")
                .expects(line.replace("tea for", "TEA FOR") + "\n");
    }

    @Check(points = 2,
            title = "hangs up and ends, though its parent stays",
            hint = "One line has come and was answered: what is there"
                    + " to wait for?",
            lecture = "08-closing",
            after = "oneLine")
    void ends(Program child, Host parent) {
        Ending ending = child.calls(parent);
        parent.accepts().sends("go\n").expects("GO\n").expectsEnd();
        ending.exits(0);
    }

    @Check(points = 2,
            title = "prints nothing on stdout",
            hint = "The answer belongs on the socket, and what you tell"
                    + " yourself on stderr.",
            lecture = "01-what-is-a-socket",
            after = "oneLine")
    void silent(Program child, Host parent) {
        Ending ending = child.calls(parent);
        parent.accepts().sends("psst\n").expects("PSST\n").closes();
        ending.prints();
    }

    @Check(points = 2,
            title = "reads on until the line is whole",
            hint = "One read may bring less than a line.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void pieces(Program child, Host parent, Names names) {
        int number = names.number(1000);
        child.calls(parent);
        parent.accepts().sendsByteByByte("cake for " + number + "\n")
                .expects("CAKE FOR " + number + "\n");
    }

    @Check(points = 2,
            title = "speaks UTF-8, both ways",
            hint = "Name the charset wherever text becomes bytes, or"
                    + " bytes become text.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void utf8(Program child, Host parent, Names names) {
        int number = names.number(1000);
        byte[] line = ("caf\u00e9 " + number + "\n").getBytes(UTF_8);
        child.calls(parent);
        parent.accepts().sendsInTwo(line, 4)
                .expects("CAF\u00c9 " + number + "\n");
    }

    @Check(points = 2,
            title = "makes I of i, whatever the machine's language",
            hint = "In Turkish the capital of i has a dot. Say that you"
                    + " mean no language: Locale.ROOT.",
            lecture = "01-what-is-a-socket",
            after = "oneLine")
    void dotless(Program child, Host parent) {
        child.calls(parent);
        parent.accepts().sends("kiwi\n").expects("KIWI\n");
    }

    @Check(points = 1,
            title = "takes \\r\\n for the end of a line, too",
            hint = "The \\r of such an end is not part of the line.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void crlf(Program child, Host parent, Names names) {
        int number = names.number(1000);
        child.calls(parent);
        parent.accepts().sends("tea for " + number + "\r\n")
                .expects("TEA FOR " + number + "\n");
    }

    @Check(points = 2,
            title = "answers a line that only EOF ends",
            hint = "At EOF, is there something left to answer?",
            lecture = "08-closing",
            after = "oneLine")
    void lastLine(Program child, Host parent, Names names) {
        int number = names.number(1000);
        child.calls(parent);
        parent.accepts().sends("tea for " + number).halfCloses()
                .expects("TEA FOR " + number + "\n");
    }

    @Check(points = 1,
            title = "answers an empty line with an empty line",
            hint = "An empty line is a line: it is not the end.",
            lecture = "07-reading-and-writing",
            after = "oneLine")
    void emptyLine(Program child, Host parent) {
        child.calls(parent);
        parent.accepts().sends("\n").expects("\n").expectsEnd();
    }

    @Check(points = 1,
            title = "says so when its parent hangs up without a word",
            hint = "What does a read answer at EOF, and do you look?",
            lecture = "08-closing")
    void noLine(Program child, Host parent) {
        Ending ending = child.calls(parent);
        parent.accepts().halfCloses().expectsEnd();
        ending.exits(1).complainsOnce("read");
    }

    @Check(points = 1,
            title = "says so when nobody answers",
            hint = "connect fails: one line on stderr, and status 1.",
            lecture = "01-what-is-a-socket")
    void nobody(Program child) {
        child.callsNobody().exits(1).complainsOnce("connect");
    }

    @Check(points = 1,
            title = "says no to a bad or missing port, with status 2",
            hint = "Not every number is a port, and not every word is a"
                    + " number.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program child) {
        for (String port : List.of("70000", "0", "tea")) {
            child.runs("127.0.0.1", port).exits(2).complainsOnce();
        }
        child.runs("127.0.0.1").exits(2).complainsOnce();
    }
}
