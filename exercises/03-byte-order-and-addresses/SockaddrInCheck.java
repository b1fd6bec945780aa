import course.check.Check;
import course.check.Names;
import course.check.Program;

/** What the brief of SockaddrIn promises, promise by promise. */
class SockaddrInCheck {
    private static final String ZEROS = " 00 00 00 00 00 00 00 00";

    @Check(points = 3,
            title = "encodes an address and a port",
            hint = "Family, port, address, eight zeros: 2, 2, 4 and 8"
                    + " bytes. Which of them travel?",
            lecture = "03-byte-order-and-addresses")
    void encode(Program program, Names names) {
        int[] b = mild(names);
        program.reads("encode " + name(b, " ") + "\n", "little")
                .prints("02 00 " + travelling(b) + ZEROS).exits(0);
    }

    @Check(points = 3,
            title = "decodes sixteen bytes",
            hint = "Two bytes make the port, the big end first.",
            lecture = "03-byte-order-and-addresses")
    void decode(Program program, Names names) {
        int[] b = mild(names);
        program.reads("decode 02 00 " + travelling(b) + ZEROS + "\n",
                        "little")
                .prints(name(b, " port ")).exits(0);
    }

    @Check(points = 2,
            title = "keeps the family in the order of the machine",
            hint = "On a big-endian machine a 2 of 16 bits is 00 02."
                    + " Nothing else is different there.",
            lecture = "03-byte-order-and-addresses")
    void big(Program program, Names names) {
        int[] b = mild(names);
        String bytes = "00 02 " + travelling(b) + ZEROS;
        program.reads("encode " + name(b, " ") + "\n", "big")
                .prints(bytes).exits(0);
        program.reads("decode " + bytes + "\n", "big")
                .prints(name(b, " port ")).exits(0);
    }

    @Check(points = 1,
            title = "decodes a port above 32767",
            hint = "A port has 16 bits and no sign; Java's short has"
                    + " one.",
            lecture = "03-byte-order-and-addresses",
            after = "decode")
    void highPort(Program program, Names names) {
        int[] b = mild(names);
        b[0] |= 0x80;
        program.reads("decode 02 00 " + travelling(b) + ZEROS + "\n",
                        "little")
                .prints(name(b, " port ")).exits(0);
    }

    @Check(points = 2,
            title = "decodes an address with numbers above 127",
            hint = "A byte of an address has no sign; Java's byte has"
                    + " one.",
            lecture = "03-byte-order-and-addresses",
            after = "decode")
    void highAddress(Program program, Names names) {
        int[] b = mild(names);
        b[2 + names.number(4)] |= 0x80;
        program.reads("decode 02 00 " + travelling(b) + ZEROS + "\n",
                        "little")
                .prints(name(b, " port ")).exits(0);
    }

    @Check(points = 2,
            title = "encodes the first and the last of everything",
            hint = "Ports go from 0 to 65535, numbers of an address"
                    + " from 0 to 255: more than a short and a byte"
                    + " would take.",
            lecture = "02-addresses-ports-and-names",
            after = "encode")
    void ends(Program program) {
        program.reads("encode 0.0.0.0 0\n", "little")
                .prints("02 00 00 00 00 00 00 00" + ZEROS).exits(0);
        program.reads("encode 255.255.255.255 65535\n", "little")
                .prints("02 00 ff ff ff ff ff ff" + ZEROS).exits(0);
    }

    @Check(points = 1,
            title = "does not look at the bytes that are not used",
            hint = "Whoever filled them may have left anything there.",
            lecture = "03-byte-order-and-addresses",
            after = "decode")
    void unused(Program program, Names names) {
        int[] b = mild(names);
        program.reads("decode 02 00 " + travelling(b)
                        + " de ad be ef 01 02 03 04\n", "little")
                .prints(name(b, " port ")).exits(0);
    }

    @Check(points = 1,
            title = "answers line after line, each for itself",
            hint = "Where do your sixteen bytes live, and what was in"
                    + " them? And the last line may end with EOF.",
            lecture = "07-reading-and-writing",
            after = {"encode", "decode"})
    void lines(Program program, Names names) {
        int[] one = mild(names);
        int[] two = mild(names);
        program.reads("decode 02 00 " + travelling(one)
                        + " de ad be ef 01 02 03 04\n"
                        + "encode " + name(two, " "), "little")
                .prints(name(one, " port "),
                        "02 00 " + travelling(two) + ZEROS).exits(0);
    }

    @Check(points = 2,
            title = "refuses bytes that are no sockaddr_in",
            hint = "Count them, and look at the family: in which order"
                    + " must it stand?",
            lecture = "03-byte-order-and-addresses")
    void noSockaddr(Program program, Names names) {
        String rest = travelling(mild(names)) + ZEROS;
        for (String bad : new String[] {
                "02 00 " + rest + " 00", "02 00", "0a 00 " + rest,
                "00 02 " + rest}) {
            program.reads("decode " + bad + "\n", "little")
                    .exits(1).complainsOnce("line 1").prints();
        }
    }

    @Check(points = 1,
            title = "refuses what is no address or no port",
            hint = "256 is no byte, 65536 no port, three numbers are"
                    + " no address. What stands before is answered.",
            lecture = "02-addresses-ports-and-names")
    void noName(Program program) {
        for (String bad : new String[] {"127.0.0.256 80",
                "127.0.1 80", "127.0.0.1 65536"}) {
            program.reads("encode 0.0.0.0 0\nencode " + bad + "\n",
                            "big")
                    .exits(1).complainsOnce("line 2")
                    .prints("00 02 00 00 00 00 00 00" + ZEROS);
        }
    }

    @Check(points = 1,
            title = "says nothing if nothing was asked",
            hint = "EOF may come at once. Do you look before you use"
                    + " the line?",
            lecture = "08-closing",
            after = "big")
    void nothing(Program program) {
        program.reads("", "little").prints().exits(0);
    }

    @Check(points = 1,
            title = "says no to an order that there is not, status 2",
            hint = "little, big, and nothing else.",
            lecture = "04-first-server-and-client")
    void usage(Program program) {
        program.runs("middle").exits(2).complainsOnce().prints();
        program.runs().exits(2).complainsOnce().prints();
    }

    /** A port of two bytes and an address of four, all different. */
    private static int[] mild(Names names) {
        int first = names.number(100);
        int[] bytes = new int[6];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = 0x10 + (first + i * 17) % 0x70;
        }
        return bytes;
    }

    private static String travelling(int[] b) {
        return "%02x %02x %02x %02x %02x %02x".formatted(
                b[0], b[1], b[2], b[3], b[4], b[5]);
    }

    private static String name(int[] b, String between) {
        return "%d.%d.%d.%d%s%d".formatted(b[2], b[3], b[4], b[5],
                between, b[0] << 8 | b[1]);
    }
}
