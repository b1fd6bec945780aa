import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import java.util.Arrays;

/** What the brief of FixedRecords promises, promise by promise. */
class FixedRecordsCheck {
    private static final int SIZE = 80;

    @Check(points = 2,
            title = "says a text in 80 bytes, prints the reply, ends",
            hint = "The text, zero bytes up to 80; then read 80.",
            lecture = "07-reading-and-writing")
    void oneRecord(Program client, Host host, Names names) {
        String text = names.plain();
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text))
                .sends(record("hello " + text)).closes();
        ending.prints("hello " + text).exits(0);
    }

    @Check(points = 2,
            title = "says the next text when the reply has come",
            hint = "For each text: send it, read its reply, print it."
                    + " A record that is whole needs no end.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void inTurn(Program client, Host host, Names names) {
        String one = names.plain();
        String two = one + " and " + names.plain();
        Ending ending = client.calls(host, one, two);
        host.accepts().expects(record(one)).sends(record("1 " + one))
                .expects(record(two)).sends(record("2 " + two));
        ending.prints("1 " + one, "2 " + two).exits(0);
    }

    @Check(points = 2,
            title = "fills each record with zero bytes, not just one",
            hint = "What was in the buffer before?",
            lecture = "04-first-server-and-client",
            after = "oneRecord")
    void padding(Program client, Host host, Names names) {
        String one = names.plain() + " and " + names.plain();
        String two = "ok";
        Ending ending = client.calls(host, one, two);
        host.accepts().expects(record(one))
                .sends(record("hello " + one + ", hello"))
                .expects(record(two)).sends(record(two)).closes();
        ending.prints("hello " + one + ", hello", two).exits(0);
    }

    @Check(points = 2,
            title = "reads on until a reply is whole",
            hint = "One read may bring less than 80 bytes.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void pieces(Program client, Host host, Names names) {
        String text = names.plain() + " and " + names.plain();
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text))
                .sendsInTwo(record(text), 4).closes();
        ending.prints(text).exits(0);
    }

    @Check(points = 2,
            title = "keeps what came too early for the next reply",
            hint = "Ask for what is missing, and for no more.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void together(Program client, Host host, Names names) {
        String one = names.plain();
        String two = one + " and " + names.plain();
        byte[] both = Arrays.copyOf(record(one), 2 * SIZE);
        System.arraycopy(record(two), 0, both, SIZE, SIZE);
        Ending ending = client.calls(host, one, two);
        host.accepts().expects(record(one)).sends(both)
                .expects(record(two)).closes();
        ending.prints(one, two).exits(0);
    }

    @Check(points = 2,
            title = "takes a reply that fills all 80 bytes",
            hint = "There may be no zero byte at all.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void full(Program client, Host host, Names names) {
        String text = names.plain();
        String reply = "x".repeat(SIZE - text.length()) + text;
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text)).sends(record(reply))
                .closes();
        ending.prints(reply).exits(0);
    }

    @Check(points = 1,
            title = "prints nothing of what is behind a zero byte",
            hint = "The text ends before the first zero byte, not"
                    + " before the last.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void behindTheZero(Program client, Host host, Names names) {
        String text = names.plain();
        byte[] reply = record(text + "\0" + names.plain());
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text)).sends(reply).closes();
        ending.prints(text).exits(0);
    }

    @Check(points = 1,
            title = "says a text of exactly 80 bytes",
            hint = "It needs no zero byte behind it.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void exactly(Program client, Host host, Names names) {
        String name = names.plain();
        String text = "x".repeat(SIZE - name.length()) + name;
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text)).sends(record(name))
                .closes();
        ending.prints(name).exits(0);
    }

    @Check(points = 1,
            title = "speaks UTF-8, both ways",
            hint = "Name the charset wherever text becomes bytes, or"
                    + " bytes become text.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void utf8(Program client, Host host, Names names) {
        String text = names.accented();
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text)).sends(record(text))
                .closes();
        ending.prints(text).exits(0);
    }

    @Check(points = 1,
            title = "says no to a text of 81 bytes, with status 2",
            hint = "Bytes, not characters; look before you call.",
            lecture = "07-reading-and-writing",
            after = "oneRecord")
    void tooLong(Program client, Host host) {
        client.calls(host, "x".repeat(SIZE + 1)).exits(2)
                .complainsOnce();
        client.calls(host, "\u00eb".repeat(SIZE / 2) + "x").exits(2)
                .complainsOnce();
    }

    @Check(points = 2,
            title = "says so when the server ends within a record",
            hint = "Compare the number of bytes with 80.",
            lecture = "08-closing",
            after = "oneRecord")
    void cutOff(Program client, Host host, Names names) {
        String text = names.plain();
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text))
                .sends(Arrays.copyOf(record(text), 30)).closes();
        ending.exits(1).complainsOnce("read").prints();
    }

    @Check(points = 1,
            title = "says so when the server ends without a reply",
            hint = "What does a read answer at EOF, and do you look?",
            lecture = "08-closing",
            after = "oneRecord")
    void noReply(Program client, Host host, Names names) {
        String text = names.plain();
        Ending ending = client.calls(host, text);
        host.accepts().expects(record(text)).closes();
        ending.exits(1).complainsOnce("read").prints();
    }

    @Check(points = 1,
            title = "says so when nobody answers, or there is no text",
            hint = "connect fails: status 1. Called wrongly: status 2."
                    + " One line on stderr for both.",
            lecture = "06-connect-and-accept")
    void wrong(Program client, Host host, Names names) {
        client.callsNobody(names.plain()).exits(1)
                .complainsOnce("connect");
        client.calls(host).exits(2).complainsOnce();
    }

    private static byte[] record(String text) {
        return Arrays.copyOf(text.getBytes(UTF_8), SIZE);
    }
}
