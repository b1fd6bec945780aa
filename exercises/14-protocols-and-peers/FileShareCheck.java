import static java.nio.charset.StandardCharsets.UTF_8;

import course.check.Check;
import course.check.Ending;
import course.check.Folder;
import course.check.Holdings;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import course.wire.Host;
import course.wire.Peer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What the brief of FileShare promises, promise by promise. */
class FileShareCheck {
    private static final byte[] NOT_HERE = {1};

    /** More than the buffers between two programs can hold. */
    private static final int MUCH = 8 << 20;

    @Check(points = 2,
            title = "hands out a file",
            hint = "Read the name to the client's end; then a 0, eight"
                    + " bytes of length, the file, and your end.",
            lecture = "14-protocols-and-peers")
    void serves(Program program, Names names) {
        String name = names.plain() + ".txt";
        byte[] text = (names.plain() + "\n").getBytes(UTF_8);
        Folder folder = program.folder().holds(name, text);
        gets(program.serves(folder), name, text);
    }

    @Check(points = 2,
            title = "fetches a file into its folder",
            hint = "Send the name, end your sending, read nine bytes;"
                    + " they say how many more come.",
            lecture = "14-protocols-and-peers")
    void fetches(Program program, Host host, Names names) {
        String name = names.plain() + ".txt";
        byte[] text = (names.plain() + "\n").getBytes(UTF_8);
        Folder folder = program.folder();
        Ending ending = fetch(program, folder, host, name);
        asked(host, name).sends(answer(text)).closes();
        ending.exits(0);
        folder.has(name, text).hasOnly(name);
    }

    @Check(points = 1,
            title = "says of what is no file that it is not here",
            hint = "One byte, 01, and the end. A folder is no file.",
            lecture = "14-protocols-and-peers",
            after = "serves")
    void missing(Program program, Names names) {
        String name = names.plain();
        Folder folder = program.folder().holdsFolder(name);
        Server server = program.serves(folder);
        getsNothing(server, names.plain());
        getsNothing(server, name);
    }

    @Check(points = 1,
            title = "hands out and fetches an empty file",
            hint = "0 is a length, and an empty file is a file.",
            lecture = "07-reading-and-writing",
            after = {"serves", "fetches"})
    void empty(Program program, Host host, Names names) {
        String name = names.plain();
        byte[] nothing = {};
        Folder one = program.folder().holds(name, nothing);
        gets(program.serves(one), name, nothing);
        Folder other = program.folder();
        Ending ending = fetch(program, other, host, name);
        asked(host, name).sends(answer(nothing)).closes();
        ending.exits(0);
        other.has(name, nothing);
    }

    @Check(points = 2,
            title = "takes any name, in pieces, and any bytes",
            hint = "A name is whole when the client has ended its"
                    + " sending. Two dots in it lead nowhere.",
            lecture = "07-reading-and-writing",
            after = "serves")
    void anyName(Program program, Names names) {
        String name = "..." + names.plain() + " & " + names.plain()
                + "..100%";
        byte[] noise = names.noise(5_000);
        Folder folder = program.folder().holds(name, noise);
        program.serves(folder).connect().sendsByteByByte(name)
                .halfCloses().expects(answer(noise)).expectsEnd();
    }

    @Check(points = 3,
            title = "hands out nothing from outside its folder",
            hint = "Dots and slashes lead anywhere. What is a name, and"
                    + " what is a path?",
            lecture = "14-protocols-and-peers",
            after = "serves")
    void outside(Program program, Names names) {
        String name = names.plain();
        byte[] text = names.plain().getBytes(UTF_8);
        Folder folder = program.folder().holds(name, text)
                .holdsFolder("sub")
                .isBeside("secret", names.noise(20));
        Server server = program.serves(folder);
        for (String path : List.of("../secret",
                folder.path() + "/../secret", "/etc/hosts",
                "sub/../../secret", "..", ".", "", "./" + name,
                name + "\0", "x".repeat(300))) {
            getsNothing(server, path);
        }
        gets(server, name, text);
    }

    @Check(points = 1,
            title = "follows no link out of its folder",
            hint = "A symbolic link is no file: ask without following"
                    + " (NOFOLLOW_LINKS, lstat, O_NOFOLLOW).",
            lecture = "14-protocols-and-peers",
            after = "serves")
    void link(Program program, Names names) {
        Folder folder = program.folder()
                .isBeside("secret", names.noise(20))
                .holdsLink("link", "secret");
        getsNothing(program.serves(folder), "link");
    }

    @Check(points = 1,
            title = "hands out and fetches 8 MiB",
            hint = "One write may take less than all, and one read"
                    + " brings less: loop, until all is through.",
            lecture = "07-reading-and-writing",
            after = {"serves", "fetches"})
    void large(Program program, Host host, Names names) {
        byte[] much = names.noise(MUCH);
        Folder one = program.folder().holds("much", much);
        gets(program.serves(one), "much", much);
        Folder other = program.folder();
        Ending ending = fetch(program, other, host, "much");
        asked(host, "much").sends(answer(much)).expectsTaken()
                .closes();
        ending.exits(0);
        other.has("much", much);
    }

    @Check(points = 2,
            title = "lets nobody wait for one who is slow",
            hint = "One asks nothing, one does not read: a thread for"
                    + " each, and the others are served.",
            lecture = "09-concurrent-servers",
            after = "serves")
    void parallel(Program program, Names names) {
        byte[] much = names.noise(MUCH);
        byte[] text = names.plain().getBytes(UTF_8);
        Folder folder = program.folder().holds("much", much)
                .holds("little", text);
        Server server = program.serves(folder);
        Peer mute = server.connect().sends("litt");
        Peer slow = server.connectWithoutReading()
                .sends("much").halfCloses();
        gets(server, "little", text);
        slow.reads().expects(answer(much)).expectsEnd();
        mute.sends("le").halfCloses()
                .expects(answer(text)).expectsEnd();
    }

    @Check(points = 1,
            title = "survives one who breaks off, and gives all back",
            hint = "A write can fail. Who should suffer from that, and"
                    + " who closes the socket?",
            lecture = "08-closing",
            after = "serves")
    void aborted(Program program, Names names) {
        byte[] much = names.noise(MUCH);
        byte[] text = names.plain().getBytes(UTF_8);
        Folder folder = program.folder().holds("much", much)
                .holds("little", text);
        Server server = program.serves(folder);
        gets(server, "little", text);
        Holdings before = server.holdings();
        for (int i = 0; i < 5; i++) {
            server.connectWithoutReading().sends("much").halfCloses()
                    .pauses().resets();
            server.connect().sends("lit").pauses().resets();
        }
        gets(server.keepsRunning(), "little", text);
        server.holdsNoMoreThan(before);
    }

    @Check(points = 1,
            title = "puts together a file that comes in pieces",
            hint = "The nine bytes in front may come one by one, too.",
            lecture = "07-reading-and-writing",
            after = "fetches")
    void pieces(Program program, Host host, Names names) {
        byte[] noise = names.noise(40);
        Folder folder = program.folder();
        Ending ending = fetch(program, folder, host, "noise");
        asked(host, "noise").sendsByteByByte(answer(noise)).closes();
        ending.exits(0);
        folder.has("noise", noise);
    }

    @Check(points = 2,
            title = "keeps nothing that is not complete",
            hint = "Write into a file of another name, and rename it at"
                    + " the end; or delete it.",
            lecture = "08-closing",
            after = "fetches")
    void cutShort(Program program, Host host, Names names) {
        byte[] old = names.plain().getBytes(UTF_8);
        byte[] whole = answer(names.noise(4_000));
        Folder folder = program.folder().holds("old", old);
        for (int length : new int[] {0, 5, 9, 3_000}) {
            Ending ending = fetch(program, folder, host, "old");
            asked(host, "old").sends(Arrays.copyOf(whole, length))
                    .closes();
            ending.exits(1).complainsOnce("read");
            folder.has("old", old).hasOnly("old");
        }
        Ending other = fetch(program, folder, host, "old");
        asked(host, "old").sends(new byte[] {2}).closes();
        other.exits(1).complainsOnce("read");
        folder.has("old", old).hasOnly("old");
        Ending broken = fetch(program, folder, host, "new");
        asked(host, "new").sends(Arrays.copyOf(whole, 2_000))
                .pauses().resets();
        broken.exits(1).complainsOnce("read");
        folder.hasOnly("old");
    }

    @Check(points = 1,
            title = "says why it cannot fetch, or listen",
            hint = "3 for a peer that has no such file, 2 for bad"
                    + " words, 1 for what else fails; and one line.",
            lecture = "05-socket-bind-listen")
    void says(Program program, Host host, Names names) {
        Folder folder = program.folder();
        Ending ending = fetch(program, folder, host, names.plain());
        host.accepts().sends(NOT_HERE).halfCloses();
        ending.exits(3).complainsOnce();
        fetch(program, folder, host, "../up").exits(2).complainsOnce();
        program.runsIn(folder, "65536").exits(2).complainsOnce();
        program.runsIn(folder).exits(2).complainsOnce();
        program.runs(folder.path() + "x", "0").exits(2).complainsOnce();
        folder.hasOnly();
    }

    private static Ending fetch(
            Program program, Folder folder, Host host, String name) {
        return program.runsIn(
                folder, host.address(), host.port(), name);
    }

    private static Peer asked(Host host, String name) {
        return host.accepts().expects(name).expectsEnd();
    }

    private static void gets(Server server, String name, byte[] file) {
        server.connect().sends(name).halfCloses()
                .expects(answer(file)).expectsEnd();
    }

    private static void getsNothing(Server server, String name) {
        server.connect().sends(name).halfCloses()
                .expects(NOT_HERE).expectsEnd();
    }

    private static byte[] answer(byte[] file) {
        return ByteBuffer.allocate(9 + file.length).put((byte) 0)
                .putLong(file.length).put(file).array();
    }
}
