import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import course.wire.Peer;
import course.wire.Post;
import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the brief of ChooseTransport promises, one by one. */
class ChooseTransportCheck {
    @Check(points = 2,
            title = "sends a little in one datagram",
            hint = "Up to 1200 bytes: one datagram, and wait for 32.",
            lecture = "11-stream-versus-datagram")
    void little(Program program, Post post, Names names) {
        byte[] data = names.plain().getBytes(UTF_8);
        Ending ending = gives(program, data, post);
        post.expects(data).sends(digest(data));
        ending.prints("udp " + data.length).exits(0);
    }

    @Check(points = 2,
            title = "sends much by stream, and ends its sending",
            hint = "More than 1200 bytes: connect, write all, end the"
                    + " sending, read 32 bytes.",
            lecture = "11-stream-versus-datagram")
    void much(Program program, Host host, Names names) {
        byte[] data = names.noise(300_000);
        Ending ending = calls(program, data, host);
        arrives(host, data).sends(digest(data)).closes();
        ending.prints("tcp 300000").exits(0);
    }

    @Check(points = 2,
            title = "chooses between 1200 and 1201 bytes",
            hint = "\"Up to\" is <=, and bytes are no characters.",
            lecture = "11-stream-versus-datagram",
            after = {"little", "much"})
    void between(Program program, Host host, Post post, Names names) {
        byte[] most = names.noise(1200);
        Ending one = gives(program, most, post);
        post.expects(most).sends(digest(most));
        one.prints("udp 1200").exits(0);
        byte[] more = names.noise(1201);
        Ending two = calls(program, more, host);
        arrives(host, more).sends(digest(more)).closes();
        two.prints("tcp 1201").exits(0);
    }

    @Check(points = 1,
            title = "sends nothing at all in an empty datagram",
            hint = "Nothing has a digest, too: send it, and wait.",
            lecture = "11-stream-versus-datagram",
            after = "little")
    void nothing(Program program, Post post) {
        Ending ending = gives(program, new byte[0], post);
        post.expects(new byte[0]).sends(digest(new byte[0]));
        ending.prints("udp 0").exits(0);
    }

    @Check(points = 3,
            title = "sends a datagram again when no answer comes",
            hint = "A receive with a time limit, in a loop of four.",
            lecture = "10-datagrams",
            after = "little")
    void again(Program program, Post post, Names names) {
        byte[] data = names.noise(900);
        Ending ending = gives(program, data, post);
        post.loses().loses().expects(data).sends(digest(data));
        ending.prints("udp 900").exits(0);
    }

    @Check(points = 2,
            title = "gives up after four datagrams",
            hint = "Who waits for ever, helps nobody.",
            lecture = "10-datagrams",
            after = "little")
    void givesUp(Program program, Post post, Names names) {
        byte[] data = names.noise(90);
        Ending ending = gives(program, data, post);
        post.loses().loses().loses().expects(data);
        ending.prints().exits(1).complainsOnce("read");
        post.expectsNothing();
    }

    @Check(points = 2,
            title = "believes neither strangers nor half an answer",
            hint = "An answer has 32 bytes and the right sender; wait"
                    + " on for it.",
            lecture = "10-datagrams",
            after = "little")
    void strangers(Program program, Post post, Names names) {
        byte[] data = names.noise(700);
        Ending ending = gives(program, data, post);
        post.suffers("stranger 1, truncate 2 to 31").expects(data)
                .sends(names.noise(32)).sends(digest(data))
                .sends(digest(data));
        ending.prints("udp 700").exits(0);
    }

    @Check(points = 2,
            title = "puts a digest together from pieces of a stream",
            hint = "One read may bring less than 32 bytes.",
            lecture = "07-reading-and-writing",
            after = "much")
    void pieces(Program program, Host host, Names names) {
        byte[] data = names.noise(5000);
        Ending ending = calls(program, data, host);
        arrives(host, data).sendsInTwo(digest(data), 11).closes();
        ending.prints("tcp 5000").exits(0);
    }

    @Check(points = 2,
            title = "sees that something else has arrived",
            hint = "Compare all 32 bytes; one line, exit status 1.",
            lecture = "11-stream-versus-datagram",
            after = {"little", "much"})
    void wrongDigest(Program program, Host host, Post post,
            Names names) {
        byte[] little = names.noise(30);
        Ending one = gives(program, little, post);
        post.expects(little).sends(names.noise(32));
        one.prints().exits(1).complainsOnce("digest");
        byte[] much = names.noise(3000);
        Ending two = calls(program, much, host);
        arrives(host, much).sends(names.noise(32)).closes();
        two.prints().exits(1).complainsOnce("digest");
    }

    @Check(points = 1,
            title = "says that a stream ended before the digest",
            hint = "31 bytes and the end: that is no digest.",
            lecture = "08-closing",
            after = "much")
    void noDigest(Program program, Host host, Names names) {
        byte[] data = names.noise(2000);
        Ending ending = calls(program, data, host);
        arrives(host, data).sends(names.noise(31)).closes();
        ending.prints().exits(1).complainsOnce("read");
    }

    @Check(points = 1,
            title = "says what failed: the name, connect, or the port",
            hint = "Unknown or refused is status 1, a bad port 2.",
            lecture = "04-first-server-and-client")
    void failures(Program program, Names names) throws IOException {
        program.reads(names.noise(2000), "127.0.0.1", "http")
                .prints().exits(2).complainsOnce("port");
        program.reads(names.noise(2000), "no..such", "1234")
                .prints().exits(1).complainsOnce("getaddrinfo");
        try (Socket deaf = Host.nobody()) {
            program.reads(names.noise(2000), "127.0.0.1",
                    String.valueOf(deaf.getLocalPort()))
                    .prints().exits(1).complainsOnce("connect");
        }
    }

    private static Ending gives(Program program, byte[] data,
            Post post) {
        return program.reads(data, "127.0.0.1", post.port());
    }

    private static Ending calls(Program program, byte[] data,
            Host host) {
        return program.reads(data, host.address(), host.port());
    }

    private static Peer arrives(Host host, byte[] data) {
        return host.accepts().expects(data).expectsEnd();
    }

    private static byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
