import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Peer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the brief of ChatRoom promises, promise by promise. */
class ChatRoomCheck {
    @Check(points = 2, fresh = true,
            title = "tells all how many are here when someone comes",
            hint = "The room is what all its guests share. Who comes is"
                    + " counted first and told then, also to itself.",
            lecture = "09-concurrent-servers")
    void joins(Server server, Names names) {
        guests(3, server);
    }

    @Check(points = 2, fresh = true,
            title = "passes a line on to all others, not to its sender",
            hint = "For each guest in the room that is not the sender.",
            lecture = "09-concurrent-servers",
            after = "joins")
    void toOthers(Server server, Names names) {
        List<Peer> room = guests(3, server);
        String one = names.plain() + "\n";
        String two = names.plain() + "\n";
        room.get(0).sends(one);
        room.get(1).expects(one).sends(two);
        room.get(2).expects(one + two);
        room.get(0).expects(two);
    }

    @Check(points = 2, fresh = true,
            title = "waits until a line is whole, for each guest apart",
            hint = "Where is half a line kept until the rest comes, and"
                    + " what else is kept there?",
            lecture = "07-reading-and-writing",
            after = "toOthers")
    void halves(Server server, Names names) {
        List<Peer> room = guests(3, server);
        String half = names.plain();
        String rest = names.plain() + "\n";
        String other = names.plain() + "\n";
        room.get(0).sends(half).pauses();
        server.settles();
        room.get(1).sends(other);
        room.get(2).expects(other);
        room.get(0).sends(rest);
        room.get(2).expects(half + rest);
    }

    @Check(points = 1, fresh = true,
            title = "passes on each of three lines sent at once",
            hint = "One read may bring more than one line.",
            lecture = "07-reading-and-writing",
            after = "toOthers")
    void together(Server server, Names names) {
        List<Peer> room = guests(2, server);
        String three = names.plain() + "\n" + names.plain() + "\n"
                + names.plain() + "\n";
        room.get(0).sends(three);
        room.get(1).expects(three);
    }

    @Check(points = 1, fresh = true,
            title = "speaks UTF-8, even if a read cuts a character",
            hint = "Decode when the line is whole, or do not decode.",
            lecture = "07-reading-and-writing",
            after = "toOthers")
    void utf8(Server server, Names names) {
        List<Peer> room = guests(2, server);
        String line = names.accented() + "\n";
        byte[] bytes = line.getBytes(UTF_8);
        int inside = insideACharacter(bytes);
        room.get(0).sends(Arrays.copyOf(bytes, inside)).pauses()
                .sends(Arrays.copyOfRange(bytes, inside, bytes.length));
        room.get(1).expects(line);
    }

    @Check(points = 1, fresh = true,
            title = "takes \\r\\n for an end, too, and passes \\n on",
            hint = "The \\r of such an end is not part of the line. A"
                    + " line may be empty.",
            lecture = "07-reading-and-writing",
            after = "toOthers")
    void crlf(Server server, Names names) {
        List<Peer> room = guests(2, server);
        String one = names.plain();
        String two = names.plain();
        room.get(0).sends(one + "\r\n\r\n" + two + "\n");
        room.get(1).expects(one + "\n\n" + two + "\n");
    }

    @Check(points = 1, fresh = true,
            title = "passes on a last line that only EOF ends",
            hint = "At EOF, is there something left to pass on?",
            lecture = "08-closing",
            after = "toOthers")
    void lastLine(Server server, Names names) {
        List<Peer> room = guests(2, server);
        String line = names.plain();
        room.get(0).sends(line).halfCloses();
        room.get(1).expects(line + "\n");
    }

    @Check(points = 2, fresh = true,
            title = "keeps the order of each guest, however many talk",
            hint = "Who may write to a guest while somebody writes to"
                    + " it? And in which order are they let in?",
            lecture = "09-concurrent-servers",
            after = "toOthers")
    void mixed(Server server, Names names) {
        List<Peer> room = guests(4, server);
        List<String> who = List.of(
                names.plain(), names.plain(), names.plain());
        List<StringBuilder> said = List.of(new StringBuilder(),
                new StringBuilder(), new StringBuilder());
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 3; i++) {
                String lines = (who.get(i) + " " + round + " a\n")
                        + (who.get(i) + " " + round + " b\n");
                room.get(i).sends(lines);
                said.get(i).append(lines);
            }
        }
        String one = said.get(0).toString();
        String two = said.get(1).toString();
        String three = said.get(2).toString();
        room.get(3).expectsMixed(one, two, three);
        room.get(0).expectsMixed(two, three);
    }

    @Check(points = 2, fresh = true,
            title = "lets guests go, politely or not, and says so",
            hint = "EOF and a failed read both end a visit. Who must"
                    + " know, and what happens to half a line?",
            lecture = "08-closing",
            after = "toOthers")
    void leaves(Server server, Names names) {
        List<Peer> room = guests(3, server);
        String half = names.plain();
        String line = names.plain() + "\n";
        room.get(0).halfCloses().expectsEnd();
        room.get(1).expects(here(2)).sends(half).pauses().resets();
        room.get(2).expects(here(2) + here(1));
        Peer next = server.connect().expects(here(2));
        room.get(2).expects(here(2)).sends(line);
        next.expects(line);
    }

    @Check(points = 3, fresh = true,
            title = "goes on for all while one guest does not read",
            hint = "A write to that guest waits. Who must not wait with"
                    + " it, and who keeps its lines meanwhile?",
            lecture = "09-concurrent-servers",
            after = "toOthers")
    void slowReader(Server server, Names names) {
        Peer talker = server.connect().expects(here(1));
        Peer slow = server.connectWithoutReading();
        talker.expects(here(2));
        Peer listener = server.connect().expects(here(3));
        talker.expects(here(3));
        String line = names.plain().repeat(1000) + "\n";
        String much = line.repeat(250_000 / line.length());
        for (int i = 0; i < 24; i++) {
            talker.sends(much);
            listener.expects(much);
        }
        server.connect().expects(here(4));
        listener.expects(here(4));
        slow.reads().expects(here(2) + here(3));
        for (int i = 0; i < 24; i++) slow.expects(much);
        slow.expects(here(4));
    }

    @Check(points = 1, fresh = true,
            title = "gives back what a guest has cost",
            hint = "Close the socket on every path, and let every"
                    + " thread end that was there for this guest.",
            lecture = "09-concurrent-servers",
            after = "leaves")
    void givesBack(Server server, Names names) {
        String line = names.plain() + "\n";
        Peer host = guests(1, server).getFirst();
        comesAndGoes(server, host, line);
        Holdings before = server.holdings();
        for (int i = 0; i < 15; i++) comesAndGoes(server, host, line);
        server.holdsNoMoreThan(before);
    }

    @Check(points = 1, fresh = true,
            title = "says where it listens, and listens only there",
            hint = "Without an address, bind takes all of them.",
            lecture = "05-socket-bind-listen")
    void onlyThere(Server server, Names names) {
        server.listensOnlyThere().stops().printedOnly(
                "listening on 127.0.0.1 port " + server.port());
    }

    @Check(points = 1,
            title = "says no to a bad port (2) and to a busy one (1)",
            hint = "One line on stderr; bind is the call that fails.",
            lecture = "05-socket-bind-listen")
    void badPort(Program program) {
        Ending bad = program.runs("65536");
        Ending busy = program.runsOnBusyPort();
        bad.exits(2).complainsOnce();
        busy.exits(1).complainsOnce("bind");
    }

    /** So many of them, each of whom has heard of all that came. */
    private static List<Peer> guests(int count, Server server) {
        List<Peer> room = new ArrayList<>();
        while (room.size() < count) {
            room.add(server.connect());
            String now = here(room.size());
            room.reversed().forEach(guest -> guest.expects(now));
        }
        return room;
    }

    private static void comesAndGoes(
            Server server, Peer host, String line) {
        Peer guest = server.connect().expects(here(2)).sends(line);
        host.expects(here(2) + line);
        guest.resets();
        host.expects(here(1));
        guest = server.connect().expects(here(2));
        host.expects(here(2));
        guest.halfCloses().expectsEnd();
        host.expects(here(1));
    }

    private static String here(int guests) {
        return "* " + guests + " here\n";
    }

    /** The place after the first byte of the first long character. */
    private static int insideACharacter(byte[] utf8) {
        int at = 0;
        while (utf8[at] >= 0) at++;
        return at + 1;
    }
}
