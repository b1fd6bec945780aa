import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Disclosure;
import course.check.Names;
import course.check.Server;
import course.wire.Mishap;
import course.wire.Post;
import java.io.ByteArrayOutputStream;

/**
 * A parcel is a number of two bytes and a text. Each is acknowledged by its number in digits, a
 * colon and the text; an empty datagram asks for all texts so far, in the order of their numbers.
 */
class ParcelsCheck {
    private static final String LECTURE = "10-datagrams";

    @Check(points = 1, title = "acknowledges", hint = "h", lecture = LECTURE)
    void one(Server server, Names names) {
        String name = names.plain();
        server.post().sends(parcel(257, name)).expects("257:" + name);
    }

    @Check(points = 1, title = "numbers", hint = "h", lecture = LECTURE, after = "one")
    void numbers(Server server, Names names) {
        server.post().sends(parcel(1, "a")).expects("1:a")
                .sends(parcel(40_000, "b")).expects("40000:b");
    }

    @Check(points = 1, title = "lengths", hint = "h", lecture = LECTURE, after = "one")
    void lengths(Server server) {
        server.post().sends(parcel(257, "x")).expects("257:x")
                .sends(parcel(514, "a long one")).expects("514:a long one")
                .sends(parcel(257, "y")).expects("257:y");
    }

    @Check(points = 1, title = "order", hint = "h", lecture = LECTURE, after = "one",
            shows = Disclosure.HINT)
    void order(Server server) {
        server.post().suffers("swap 2, duplicate 4, drop 5")
                .sends(parcel(257, "A")).expects("257:A")
                .sends(parcel(514, "B"))
                .sends(parcel(771, "C")).expects("771:C").expects("514:B")
                .sends(parcel(1028, "D")).expects("1028:D").expects("1028:D")
                .sends(parcel(1285, "E")).expectsNothing()
                .sends("").expects("ABCD");
    }

    @Check(points = 1, title = "strangers", hint = "h", lecture = LECTURE, after = "one",
            shows = Disclosure.ACTUAL)
    void weather(Server server, Names names) {
        Post post = server.post().suffers(names.number(1000), 3, Mishap.Kind.DELAY);
        post.sends(parcel(257, "A")).sends(parcel(514, "B")).sends(parcel(771, "C"));
        post.allArrives();
        Post other = server.post().suffers("truncate 1 to 3, stranger 2");
        other.sends(parcel(1028, "DEF")).expects("1028:D")
                .sends(parcel(257, "Z")).expectsNothing();
    }

    private static byte[] parcel(int number, String text) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(number >> 8);
        bytes.write(number);
        bytes.writeBytes(text.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
