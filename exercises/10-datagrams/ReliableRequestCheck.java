import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Names;
import course.check.Program;
import course.wire.Post;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the brief of ReliableRequest promises, promise by promise. */
class ReliableRequestCheck {
    @Check(points = 3,
            title = "asks, prints the answer, and ends",
            hint = "One datagram: four bytes of number, the highest"
                    + " first, and the text. One comes back.",
            lecture = "10-datagrams")
    void asks(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        post.expects(numbered(1, name))
                .sends(numbered(1, "hello " + name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "asks one thing after the other, and counts",
            hint = "The second request has the number 2, and waits"
                    + " until the first is answered.",
            lecture = "10-datagrams",
            after = "asks")
    void inTurn(Program client, Post post, Names names) {
        String one = eight(names);
        String two = eight(names);
        Ending ending = asking(client, post, one, two);
        byte[] first = numbered(1, one);
        post.expects(first).ignores(first)
                .sends(numbered(1, "a " + one))
                .expects(numbered(2, two))
                .sends(numbered(2, "b " + two));
        ending.prints("a " + one, "b " + two).exits(0);
    }

    @Check(points = 3,
            title = "asks again when nothing comes",
            hint = "A timeout is no error: it is why there is a loop."
                    + " The same request has the same number.",
            lecture = "10-datagrams",
            after = "asks")
    void again(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        post.loses().expects(numbered(1, name))
                .sends(numbered(1, "hello " + name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "does not take an answer twice",
            hint = "What number has it? The second copy may wait in"
                    + " the socket when you ask the next question.",
            lecture = "10-datagrams",
            after = "inTurn")
    void twice(Program client, Post post, Names names) {
        String one = eight(names);
        String two = eight(names);
        Ending ending = asking(client, post, one, two);
        byte[] first = numbered(1, one);
        post.suffers("duplicate 1").expects(first).ignores(first)
                .sends(numbered(1, "a " + one))
                .expects(numbered(2, two))
                .sends(numbered(2, "b " + two));
        ending.prints("a " + one, "b " + two).exits(0);
    }

    @Check(points = 1,
            title = "waits on when the number is another",
            hint = "All four bytes of the number count.",
            lecture = "10-datagrams",
            after = "asks")
    void other(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        post.expects(numbered(1, name))
                .sends(numbered(257, "later " + name))
                .sends(numbered(1 << 24, "wrong " + name))
                .sends(numbered(1, "hello " + name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "believes no stranger",
            hint = "Anybody may write to your port. connect decides"
                    + " who is heard.",
            lecture = "10-datagrams",
            after = "asks")
    void stranger(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        post.suffers("stranger 1").expects(numbered(1, name))
                .sends(numbered(1, "forged " + name))
                .sends(numbered(1, "hello " + name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 2,
            title = "waits longer each time",
            hint = "200 ms, then 400, then 800: whoever repeats in"
                    + " haste makes a full network fuller.",
            lecture = "10-datagrams",
            after = "again")
    void patience(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        post.loses().expectsNothingFor(Duration.ofMillis(120))
                .loses().expectsNothingFor(Duration.ofMillis(300))
                .expects(numbered(1, name))
                .sends(numbered(1, "at last " + name));
        ending.prints("at last " + name).exits(0);
    }

    @Check(points = 2,
            title = "gives up after the third try, and says so",
            hint = "Somebody waits for your program, too: one line on"
                    + " stderr, exit status 1.",
            lecture = "10-datagrams",
            after = "again")
    void givesUp(Program client, Post post, Names names) {
        String name = names.plain();
        Ending ending = asking(client, post, name);
        byte[] wrong = numbered(9, "not this");
        post.loses().loses().loses().sends(wrong)
                .expectsNothingFor(Duration.ofMillis(500)).sends(wrong)
                .expectsNothingFor(Duration.ofMillis(500))
                .sends(numbered(1, "too late " + name));
        ending.exits(1).complainsOnce("recvfrom").prints();
    }

    @Check(points = 1,
            title = "prints an answer as long as it is",
            hint = "How many bytes came? Four of them are the number.",
            lecture = "10-datagrams",
            after = "inTurn")
    void lengths(Program client, Post post, Names names) {
        String one = names.plain();
        String much = one.repeat(1000 / one.length());
        List<String> answers = List.of(much, "ok", "", much);
        Ending ending = asking(client, post, one, one, one, one);
        for (int number = 1; number <= answers.size(); number++) {
            byte[] request = numbered(number, one);
            post.expects(request).ignores(request)
                    .sends(numbered(number, answers.get(number - 1)));
        }
        ending.prints(answers.toArray(String[]::new)).exits(0);
    }

    @Check(points = 1,
            title = "speaks UTF-8, both ways",
            hint = "Name the charset wherever text becomes bytes, or"
                    + " bytes become text; stdout, too.",
            lecture = "07-reading-and-writing",
            after = "asks")
    void utf8(Program client, Post post, Names names) {
        String name = names.accented();
        Ending ending = asking(client, post, name);
        post.expects(numbered(1, name))
                .sends(numbered(1, "hello " + name));
        ending.prints("hello " + name).exits(0);
    }

    @Check(points = 1,
            title = "says no to an unknown host, a bad port, no text",
            hint = "Not every number is a port, not every word is a"
                    + " number, and without a text all is in vain:"
                    + " status 2. A name that nobody has is status 1.",
            lecture = "02-addresses-ports-and-names")
    void usage(Program client) {
        for (String port : List.of("70000", "0", "http")) {
            client.runs("127.0.0.1", port, "Ada").exits(2)
                    .complainsOnce();
        }
        client.runs("127.0.0.1", "1234").exits(2).complainsOnce();
        client.runs("no..such", "1234", "Ada").exits(1)
                .complainsOnce("getaddrinfo").prints();
    }

    private static Ending asking(Program client, Post post,
            String... texts) {
        return client.runs(Stream.concat(
                        Stream.of("127.0.0.1", post.port()),
                        Stream.of(texts)).toArray(String[]::new));
    }

    /** All of one length, which is not the point where this is used. */
    private static String eight(Names names) {
        return "%-8.8s".formatted(names.plain());
    }

    private static byte[] numbered(int number, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(number)
                .put(bytes).array();
    }
}
