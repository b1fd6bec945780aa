import static java.nio.charset.StandardCharsets.US_ASCII;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Host;
import course.wire.Peer;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** What the brief of HttpGet promises, promise by promise. */
class HttpGetCheck {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Check(points = 2,
            title = "asks as the brief says, and prints what it gets",
            hint = "Three lines, each with \\r\\n at its end, the last"
                    + " one empty. The answer's body begins behind the"
                    + " first empty line.",
            lecture = "14-protocols-and-peers")
    void asks(Program client, Host host, Names names) {
        String path = "/" + names.plain() + "/" + names.plain();
        String body = names.plain() + "\n";
        Ending ending = client.calls(host, path);
        host.accepts().expects(request(host, path))
                .sends(OK + length(body) + "\r\n" + body).closes();
        ending.prints(body.getBytes(US_ASCII)).exits(0);
    }

    @Check(points = 2,
            title = "reads to the end when no length is given",
            hint = "Without Content-Length, the end of the stream is"
                    + " the end of the body. One read is not all.",
            lecture = "08-closing",
            after = "asks")
    void untilEnd(Program client, Host host, Names names) {
        String one = names.plain() + "\n";
        String two = names.plain();
        Ending ending = client.calls(host, "/");
        asked(host, "/")
                .sends("HTTP/1.0 200 OK\r\nServer: old\r\n\r\n" + one)
                .pauses().sends(two).closes();
        ending.prints((one + two).getBytes(US_ASCII)).exits(0);
    }

    @Check(points = 2,
            title = "reads as many bytes as Content-Length says",
            hint = "The server may stay, and may say more: who waits"
                    + " for the end, waits for something else.",
            lecture = "14-protocols-and-peers",
            after = "asks")
    void stays(Program client, Host host, Names names) {
        String body = names.plain() + "\n";
        Ending ending = client.calls(host, "/");
        asked(host, "/").sends(OK + length(body) + "\r\n" + body
                + "HTTP/1.1 408 Request Timeout\r\n\r\n")
                .saysNothing();
        ending.prints(body.getBytes(US_ASCII)).exits(0);
    }

    @Check(points = 1,
            title = "knows a header's name in any case",
            hint = "CONTENT-LENGTH is Content-Length, with one blank"
                    + " behind the colon, with many, or with none.",
            lecture = "14-protocols-and-peers",
            after = "stays")
    void anyCase(Program client, Host host, Names names) {
        for (String name : List.of("content-length:",
                "CONTENT-LENGTH: ", "Content-length: \t ")) {
            String body = names.plain();
            Ending ending = client.calls(host, "/");
            asked(host, "/").sends(OK + name + body.length()
                    + " \r\n\r\n" + body).saysNothing();
            ending.prints(body.getBytes(US_ASCII)).exits(0);
        }
    }

    @Check(points = 1,
            title = "is not misled by what looks like a length",
            hint = "A header is a line: its name is what stands before"
                    + " the first colon, all of it. And a body is no"
                    + " header.",
            lecture = "14-protocols-and-peers",
            after = "stays")
    void lookalike(Program client, Host host, Names names) {
        String body = "Content-Length: 3\r\n\r\n" + names.plain();
        Ending ending = client.calls(host, "/");
        asked(host, "/").sends(OK + "X-Content-Length: 2\r\n"
                + "Remark: Content-Length: 1\r\n" + length(body)
                + "\r\n" + body).saysNothing();
        ending.prints(body.getBytes(US_ASCII)).exits(0);
    }

    @Check(points = 2,
            title = "puts the answer together from pieces",
            hint = "A read may end between \\r and \\n, or in the"
                    + " middle of a number.",
            lecture = "07-reading-and-writing",
            after = "stays")
    void pieces(Program client, Host host, Names names) {
        String body = "\r\n" + names.plain() + "\n";
        Ending ending = client.calls(host, "/");
        asked(host, "/")
                .sendsByteByByte(OK + length(body) + "\r\n" + body)
                .saysNothing();
        ending.prints(body.getBytes(US_ASCII)).exits(0);
    }

    @Check(points = 2,
            title = "prints any bytes as they are",
            hint = "The head is text, the body is bytes. What has read"
                    + " the one must not decode the other.",
            lecture = "07-reading-and-writing",
            after = {"stays", "untilEnd"})
    void anyBytes(Program client, Host host, Names names) {
        byte[] noise = names.noise(50_000);
        Ending open = client.calls(host, "/");
        asked(host, "/").sends(joined(OK + "\r\n", noise)).closes();
        open.prints(noise).exits(0);
        Ending known = client.calls(host, "/");
        asked(host, "/").sends(joined(OK + "Content-Length: "
                + noise.length + "\r\n\r\n", noise)).saysNothing();
        known.prints(noise).exits(0);
    }

    @Check(points = 1,
            title = "waits for no body where there is none",
            hint = "204 has no body, whatever is missing in its head."
                    + " And 0 is a length.",
            lecture = "14-protocols-and-peers",
            after = "stays")
    void nothing(Program client, Host host) {
        Ending none = client.calls(host, "/");
        asked(host, "/").sends("HTTP/1.1 204 No Content\r\n\r\n")
                .saysNothing();
        none.prints(new byte[0]).exits(0);
        Ending empty = client.calls(host, "/");
        asked(host, "/").sends(OK + length("") + "\r\n").saysNothing();
        empty.prints(new byte[0]).exits(0);
    }

    @Check(points = 2,
            title = "hands a no on, with exit status 3",
            hint = "A status that does not begin with 2: what the"
                    + " server says goes to stderr, nothing to stdout.",
            lecture = "14-protocols-and-peers",
            after = "asks")
    void saysNo(Program client, Host host, Names names) {
        String body = names.plain() + "\n";
        for (String no : List.of("404 Not Found",
                "301 Moved Permanently", "304 Not Modified", "500 ")) {
            Ending ending = client.calls(host, "/");
            asked(host, "/").sends("HTTP/1.1 " + no + "\r\n"
                    + length(body) + "\r\n"
                    + (no.startsWith("304") ? "" : body)).saysNothing();
            ending.exits(3).complainsOnce(no.substring(0, 3)).prints();
        }
        Ending chunked = client.calls(host, "/");
        asked(host, "/").sends("HTTP/1.1 404 Not Found\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "2\r\nno\r\n0\r\n\r\n").saysNothing();
        chunked.exits(3).complainsOnce("404").prints();
    }

    @Check(points = 2,
            title = "tells an early end from the end",
            hint = "The stream ends, and something is missing: of the"
                    + " length, or of the head. Or it breaks.",
            lecture = "08-closing",
            after = {"stays", "untilEnd"})
    void cutShort(Program client, Host host, Names names) {
        String body = names.plain();
        for (String much : List.of("100", "5000000000")) {
            Ending ending = client.calls(host, "/");
            asked(host, "/").sends(OK + "Content-Length: " + much
                    + "\r\n\r\n" + body).closes();
            ending.exits(1).complainsOnce("read");
        }
        for (String head : List.of("", "HTTP/1.1 2", OK + "Serv")) {
            Ending ending = client.calls(host, "/");
            asked(host, "/").sends(head).closes();
            ending.exits(1).complainsOnce("read").prints();
        }
        Ending broken = client.calls(host, "/");
        asked(host, "/").sends(OK + "\r\n" + body).pauses().resets();
        broken.exits(1).complainsOnce("read");
    }

    @Check(points = 1,
            title = "takes a long head, and no endless one",
            hint = "Up to 16,384 bytes are a head. Whoever collects"
                    + " without a limit, collects for ever.",
            lecture = "14-protocols-and-peers",
            after = "stays")
    void longHead(Program client, Host host, Names names) {
        String body = names.plain();
        String rest = length(body) + "\r\n";
        int room = 16_384 - OK.length() - rest.length();
        Ending ending = client.calls(host, "/");
        asked(host, "/").sends(OK + filler(room) + rest + body)
                .saysNothing();
        ending.prints(body.getBytes(US_ASCII)).exits(0);
        Ending endless = client.calls(host, "/");
        asked(host, "/").sends(OK + filler(20_000)).saysNothing();
        endless.exits(1).complainsOnce("read").prints();
    }

    @Check(points = 1,
            title = "does not print what it does not understand",
            hint = "Is it HTTP? Is the length a number? Is the body"
                    + " encoded in a way that you cannot decode?",
            lecture = "14-protocols-and-peers",
            after = "stays")
    void strange(Program client, Host host) {
        for (String answer : List.of("SSH-2.0-OpenSSH_9.6\r\n\r\n",
                OK + "Content-Length: ten\r\n\r\n0123456789",
                OK + "Content-Length: -1\r\n\r\n0123456789",
                OK + "Transfer-Encoding: chunked\r\n\r\n"
                        + "5\r\nhello\r\n0\r\n\r\n")) {
            Ending ending = client.calls(host, "/");
            asked(host, "/").sends(answer).closes();
            ending.exits(1).complainsOnce("read").prints();
        }
    }

    @Check(points = 1,
            title = "says no to bad words (2), or when nobody answers",
            hint = "A PATH with a line end in it would be two lines of"
                    + " a request: who wrote the second one? And it"
                    + " would be two lines of your complaint.",
            lecture = "14-protocols-and-peers")
    void usage(Program client, Host host) {
        client.calls(host, "hello").exits(2).complainsOnce();
        client.calls(host, "/a b").exits(2).complainsOnce();
        client.calls(host, "/a\r\nHost: b").exits(2).complainsOnce();
        client.runs("127.0.0.1", "70000", "/").exits(2).complainsOnce();
        client.callsNobody("/").exits(1).complainsOnce("connect")
                .prints();
    }

    private static Peer asked(Host host, String path) {
        return host.accepts().expects(request(host, path));
    }

    private static String request(Host host, String path) {
        return "GET " + path + " HTTP/1.0\r\n"
                + "Host: " + host.address() + ":" + host.port()
                + "\r\n\r\n";
    }

    private static String length(String body) {
        return "Content-Length: " + body.length() + "\r\n";
    }

    /** Headers of so many bytes. */
    private static String filler(int bytes) {
        String line = "Filler: " + "x".repeat(90) + "\r\n";
        String many = line.repeat(bytes / line.length() - 1);
        int left = bytes - many.length();
        return many + "Last: " + "x".repeat(left - 8) + "\r\n";
    }

    private static byte[] joined(String head, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
