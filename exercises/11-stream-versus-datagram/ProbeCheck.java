import static java.nio.charset.StandardCharsets.US_ASCII;

import course.check.Check;
import course.check.Ending;
import course.check.Program;
import course.wire.Host;
import course.wire.Post;
import java.io.IOException;
import java.net.Socket;

/** What the brief of Probe promises, promise by promise. */
class ProbeCheck {
    private static final String ALL = messages(1, 8);

    @Check(points = 2,
            title = "finds a stream that brings all back and ends",
            hint = "Connect, send 64 bytes, end your sending, read to"
                    + " the end.",
            lecture = "11-stream-versus-datagram")
    void stream(Program probe, Host host) {
        Ending ending = probe.runs(host.port());
        host.accepts().expects(ALL).expectsEnd().sends(ALL).closes();
        says(ending, "tcp", "1 2 3 4 5 6 7 8", "none", "none", "seen");
    }

    @Check(points = 2,
            title = "finds datagrams that all come back",
            hint = "If the connection is refused, send each message in"
                    + " a datagram of its own, and wait for silence.",
            lecture = "11-stream-versus-datagram")
    void datagrams(Program probe, Post post) {
        Ending ending = probe.runs(post.port());
        expectsAll(post);
        sends(post, 1, 8);
        says(ending, "udp", "1 2 3 4 5 6 7 8", "none", "none",
                "silence");
    }

    @Check(points = 2,
            title = "puts messages together from pieces of a stream",
            hint = "A read brings some bytes. How long is a message?",
            lecture = "07-reading-and-writing",
            after = "stream")
    void pieces(Program probe, Host host) {
        Ending ending = probe.runs(host.port());
        host.accepts().expects(ALL).expectsEnd()
                .sendsInTwo(ALL.getBytes(US_ASCII), 13).closes();
        says(ending, "tcp", "1 2 3 4 5 6 7 8", "none", "none", "seen");
    }

    @Check(points = 2,
            title = "counts what a stream brought before it ended",
            hint = "Seven bytes of eight are no message.",
            lecture = "08-closing",
            after = "stream")
    void cutShort(Program probe, Host host) {
        Ending ending = probe.runs(host.port());
        host.accepts().expects(ALL).expectsEnd()
                .sends(messages(1, 5) + "probe 6").closes();
        says(ending, "tcp", "1 2 3 4 5", "6 7 8", "none", "seen");
    }

    @Check(points = 2,
            title = "tells a stream that broke from one that ended",
            hint = "A failed read is no end; what came before counts.",
            lecture = "08-closing",
            after = "stream")
    void broken(Program probe, Host host) {
        Ending ending = probe.runs(host.port());
        host.accepts().expects(ALL).expectsEnd()
                .sends(messages(1, 3)).pauses().resets();
        says(ending, "tcp", "1 2 3", "4 5 6 7 8", "none", "broken");
    }

    @Check(points = 1,
            title = "does not wait for ever for the end of a stream",
            hint = "setSoTimeout, settimeout, poll: 400 ms.",
            lecture = "11-stream-versus-datagram",
            after = "stream")
    void open(Program probe, Host host) {
        Ending ending = probe.runs(host.port());
        host.accepts().expects(ALL).expectsEnd().sends(ALL)
                .saysNothing();
        says(ending, "tcp", "1 2 3 4 5 6 7 8", "none", "none",
                "silence");
    }

    @Check(points = 2,
            title = "names the datagrams that got lost",
            hint = "Which of the eight have you never seen?",
            lecture = "10-datagrams",
            after = "datagrams")
    void lost(Program probe, Post post) {
        Ending ending = probe.runs(post.port());
        expectsAll(post);
        post.suffers("drop 3, drop 8");
        sends(post, 1, 8);
        says(ending, "udp", "1 2 4 5 6 7", "3 8", "none", "silence");
    }

    @Check(points = 2,
            title = "names them in the order in which they came",
            hint = "The number is in the datagram, not in your loop.",
            lecture = "10-datagrams",
            after = "datagrams")
    void overtaken(Program probe, Post post) {
        Ending ending = probe.runs(post.port());
        expectsAll(post);
        post.suffers("swap 2, swap 6");
        sends(post, 1, 8);
        says(ending, "udp", "1 3 2 4 5 7 6 8", "none", "none",
                "silence");
    }

    @Check(points = 2,
            title = "names the datagrams that came twice",
            hint = "Eight datagrams may have come, and not the eight.",
            lecture = "10-datagrams",
            after = "datagrams")
    void twice(Program probe, Post post) {
        Ending ending = probe.runs(post.port());
        expectsAll(post);
        post.suffers("duplicate 4, drop 5, duplicate 7");
        sends(post, 1, 8);
        says(ending, "udp", "1 2 3 4 4 6 7 7 8", "5", "4 7",
                "silence");
    }

    @Check(points = 1,
            title = "counts no damaged datagram, and no stranger's",
            hint = "A datagram is a message if it is one from the first"
                    + " to the last byte, and from the right sender.",
            lecture = "10-datagrams",
            after = "datagrams")
    void strangers(Program probe, Post post) {
        Ending ending = probe.runs(post.port());
        expectsAll(post);
        post.suffers("truncate 2 to 7, stranger 5");
        sends(post, 1, 8);
        says(ending, "udp", "1 3 4 6 7 8", "2 5", "none", "silence");
    }

    @Check(points = 1,
            title = "says that nobody answers, by neither kind",
            hint = "Nothing came: one line on stderr, exit status 1.",
            lecture = "11-stream-versus-datagram")
    void nobody(Program probe, Post silent) throws IOException {
        Ending unheard = probe.runs(silent.port());
        expectsAll(silent);
        unheard.prints().exits(1).complainsOnce("read");
        try (Socket deaf = Host.nobody()) {
            String port = String.valueOf(deaf.getLocalPort());
            probe.runs(port).prints().exits(1).complainsOnce("read");
        }
    }

    @Check(points = 1,
            title = "refuses a port that is none",
            hint = "Not a number, or not from 1 to 65535: one line on"
                    + " stderr, exit status 2.",
            lecture = "02-addresses-ports-and-names")
    void badPort(Program probe) {
        for (String port : new String[] {"http", "0", "65536"}) {
            probe.runs(port).prints().exits(2).complainsOnce("port");
        }
    }

    private static void expectsAll(Post post) {
        for (int n = 1; n <= 8; n++) post.expects(messages(n, n));
    }

    private static void sends(Post post, int first, int last) {
        for (int n = first; n <= last; n++) post.sends(messages(n, n));
    }

    private static void says(Ending ending, String transport,
            String came, String lost, String twice, String end) {
        ending.prints("transport " + transport, "came " + came,
                "lost " + lost, "twice " + twice, "end " + end)
                .exits(0);
    }

    private static String messages(int first, int last) {
        var text = new StringBuilder();
        for (int n = first; n <= last; n++) {
            text.append("probe ").append(n).append('\n');
        }
        return text.toString();
    }
}
