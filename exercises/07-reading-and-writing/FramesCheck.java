import course.check.Check;
import course.check.Names;
import course.check.Program;
import course.check.Server;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the brief of Frames promises, promise by promise. */
class FramesCheck {
    private static final int LONGEST = 65536;

    @Check(points = 2,
            title = "answers a frame with its bytes in reverse",
            hint = "Four bytes say how many follow. Read those, turn"
                    + " them round, send four bytes and them.",
            lecture = "07-reading-and-writing")
    void oneFrame(Server server, Names names) {
        byte[] data = data(names, 5 + names.number(5));
        server.connect().sends(frame(data)).halfCloses()
                .expects(frame(reversed(data))).expectsEnd();
    }

    @Check(points = 2,
            title = "answers at once, while the client waits",
            hint = "A frame is whole when its bytes are there. What"
                    + " else do you wait for, and do you flush?",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void atOnce(Server server, Names names) {
        byte[] one = data(names, 6);
        byte[] two = data(names, 9);
        server.connect().sends(frame(one))
                .expects(frame(reversed(one)))
                .sends(frame(two))
                .expects(frame(reversed(two))).closes();
    }

    @Check(points = 1,
            title = "answers an empty frame with an empty frame",
            hint = "0 is a length like any other.",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void empty(Server server, Names names) {
        byte[] data = data(names, 7);
        server.connect().sends(frame(new byte[0])).pauses()
                .sends(frame(data)).halfCloses()
                .expects(joined(frame(new byte[0]),
                        frame(reversed(data))));
    }

    @Check(points = 2,
            title = "answers each of three frames sent at once",
            hint = "What has been read beyond a frame is the beginning"
                    + " of the next one: who has it?",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void together(Server server, Names names) {
        byte[] one = data(names, 3);
        byte[] two = data(names, 11);
        byte[] three = data(names, 5);
        server.connect()
                .sends(joined(frame(one), frame(two), frame(three)))
                .halfCloses()
                .expects(joined(frame(reversed(one)),
                        frame(reversed(two)), frame(reversed(three))));
    }

    @Check(points = 2,
            title = "waits until the bytes of a frame are there",
            hint = "One read may bring less than you asked for.",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void pieces(Server server, Names names) {
        byte[] data = data(names, 8);
        byte[] frame = frame(data);
        server.connect().sendsInTwo(frame, 4 + 3).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 2,
            title = "waits until the length is there",
            hint = "Four bytes may come in two pieces, like others.",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void byteByByte(Server server, Names names) {
        byte[] data = data(names, 300);
        byte[] frame = frame(data);
        server.connect().sendsByteByByte(Arrays.copyOf(frame, 6))
                .sends(Arrays.copyOfRange(frame, 6, frame.length))
                .halfCloses().expects(frame(reversed(data)));
    }

    @Check(points = 1,
            title = "takes each byte of the length without a sign",
            hint = "0x80 and more is negative in a Java byte: & 0xff.",
            lecture = "03-byte-order-and-addresses",
            after = "oneFrame")
    void unsigned(Server server, Names names) {
        byte[] data = data(names, 200);
        server.connect().sends(frame(data)).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 1,
            title = "takes the longest frame that is allowed",
            hint = "65536 is allowed, and comes in many pieces.",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void longest(Server server, Names names) {
        byte[] data = data(names, LONGEST);
        server.connect().sendsInTwo(frame(data), 40000).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 2,
            title = "closes at once when a length is over 65536",
            hint = "Look at the length before you wait for its bytes.",
            lecture = "07-reading-and-writing",
            after = "oneFrame")
    void tooLong(Server server, Names names) {
        byte[] data = data(names, 6);
        server.connect().sends(length(LONGEST + 1)).expectsEnd();
        server.connect().sends(frame(data)).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 1,
            title = "closes at once when a length is enormous",
            hint = "ff ff ff ff is over four thousand million, and in"
                    + " Java it is -1.",
            lecture = "03-byte-order-and-addresses",
            after = "oneFrame")
    void enormous(Server server, Names names) {
        byte[] data = data(names, 6);
        server.connect().sends(length(-1)).expectsEnd();
        server.connect().sends(frame(data)).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 2,
            title = "answers no frame that was cut off",
            hint = "The end within a frame is not the end of a frame:"
                    + " compare what you have with what was announced.",
            lecture = "08-closing",
            after = "oneFrame")
    void cutOff(Server server, Names names) {
        byte[] data = data(names, 12);
        byte[] whole = frame(data(names, 4));
        byte[] half = Arrays.copyOf(frame(data), 4 + 7);
        server.connect().sends(half).halfCloses().expectsEnd();
        server.connect().sends(Arrays.copyOf(whole, 2))
                .halfCloses().expectsEnd();
        server.connect().sends(frame(data)).halfCloses()
                .expects(frame(reversed(data)));
    }

    @Check(points = 1,
            title = "serves one client after another",
            hint = "What happens after the first client has gone?",
            lecture = "06-connect-and-accept",
            after = "oneFrame")
    void nextClient(Server server, Names names) {
        for (int client = 1; client <= 3; client++) {
            byte[] data = data(names, 6);
            server.connect().sends(frame(data)).halfCloses()
                    .expects(frame(reversed(data))).expectsEnd();
        }
    }

    @Check(points = 1,
            title = "says no to a bad port, and that its port is busy",
            hint = "Status 2 if it is called wrongly, 1 if bind fails;"
                    + " one line on stderr for both.",
            lecture = "05-socket-bind-listen")
    void ports(Program program) {
        program.runs("65536").exits(2).complainsOnce();
        program.runsOnBusyPort().exits(1).complainsOnce("bind");
    }

    /** Bytes that are neither digits nor line ends, nor text at all. */
    private static byte[] data(Names names, int length) {
        byte[] data = names.noise(length);
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (data[i] & 0x3f | 0x80);
        }
        return data;
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private static byte[] frame(byte[] data) {
        return joined(length(data.length), data);
    }

    private static byte[] reversed(byte[] data) {
        byte[] reversed = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            reversed[i] = data[data.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) length += part.length;
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) joined.put(part);
        return joined.array();
    }
}
