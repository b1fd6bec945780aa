import course.check.Check;
import course.check.Names;
import course.check.Program;

/** What the brief of HostToNetwork promises, promise by promise. */
class HostToNetworkCheck {
    @Check(points = 3,
            title = "turns a port round on a little-endian machine",
            hint = "Two bytes change places. Then the same two bytes,"
                    + " as that machine keeps them.",
            lecture = "03-byte-order-and-addresses")
    void shorts(Program program, Names names) {
        long port = mild(names, 2);
        program.reads("htons " + port + "\n", "little")
                .prints(answer("htons", port, "little")).exits(0);
    }

    @Check(points = 3,
            title = "turns an address round on such a machine",
            hint = "Four bytes: the first becomes the last, the second"
                    + " the third.",
            lecture = "03-byte-order-and-addresses",
            after = "shorts")
    void longs(Program program, Names names) {
        long address = mild(names, 4);
        program.reads("htonl " + address + "\n", "little")
                .prints(answer("htonl", address, "little")).exits(0);
    }

    @Check(points = 2,
            title = "leaves a number alone on a big-endian machine",
            hint = "Such a machine keeps it as the network wants it.",
            lecture = "03-byte-order-and-addresses")
    void big(Program program, Names names) {
        long port = mild(names, 2);
        long address = mild(names, 4);
        program.reads("htons " + port + "\nhtonl " + address + "\n",
                        "big")
                .prints(answer("htons", port, "big"),
                        answer("htonl", address, "big")).exits(0);
    }

    @Check(points = 2,
            title = "takes back what has come from the network",
            hint = "ntohs and ntohl, and which bytes lie in memory"
                    + " when a number is the host's?",
            lecture = "03-byte-order-and-addresses",
            after = "shorts")
    void back(Program program, Names names) {
        long port = mild(names, 2);
        long address = mild(names, 4);
        program.reads("ntohs " + port + "\nntohl " + address + "\n",
                        "little")
                .prints(answer("ntohs", port, "little"),
                        answer("ntohl", address, "little")).exits(0);
    }

    @Check(points = 2,
            title = "answers with numbers that have no sign",
            hint = "A result above 32767 is a negative short in Java,"
                    + " and a byte above 127 a negative byte.",
            lecture = "03-byte-order-and-addresses",
            after = "shorts")
    void unsigned(Program program, Names names) {
        long port = mild(names, 2) | 0x80;
        program.reads("htons " + port + "\nhtons 1234\n", "little")
                .prints(answer("htons", port, "little"),
                        "htons(1234) = 53764, memory 04 d2").exits(0);
    }

    @Check(points = 2,
            title = "takes numbers up to 65535 and 4294967295",
            hint = "Integer.parseInt ends at 2147483647.",
            lecture = "03-byte-order-and-addresses",
            after = "longs")
    void large(Program program, Names names) {
        long address = mild(names, 4) | 0x80000000L;
        program.reads("htonl " + address + "\nntohs 65535\n"
                        + "ntohl 4294967295\n", "little")
                .prints(answer("htonl", address, "little"),
                        "ntohs(65535) = 65535, memory ff ff",
                        "ntohl(4294967295) = 4294967295,"
                                + " memory ff ff ff ff").exits(0);
    }

    @Check(points = 1,
            title = "writes each byte with two digits",
            hint = "A byte below 16 has a zero in front: %02x.",
            lecture = "03-byte-order-and-addresses",
            after = "longs")
    void twoDigits(Program program) {
        program.reads("htonl 1\nhtons 0\n", "little")
                .prints("htonl(1) = 16777216, memory 00 00 00 01",
                        "htons(0) = 0, memory 00 00").exits(0);
    }

    @Check(points = 1,
            title = "answers line after line, the last one, too",
            hint = "The last line may end with EOF and nothing else.",
            lecture = "07-reading-and-writing")
    void lines(Program program, Names names) {
        long one = alike(names);
        long two = alike(names);
        long three = alike(names);
        program.reads("htons " + one + "\nhtons " + two
                        + "\nhtons " + three, "little")
                .prints(answer("htons", one, "little"),
                        answer("htons", two, "little"),
                        answer("htons", three, "little")).exits(0);
    }

    @Check(points = 1,
            title = "says nothing if nothing was asked",
            hint = "EOF may come at once. Do you look before you use"
                    + " the line?",
            lecture = "08-closing",
            after = "lines")
    void nothing(Program program) {
        program.reads("", "little").prints().exits(0);
    }

    @Check(points = 2,
            title = "says which line it cannot answer, and stops",
            hint = "65536 is no short, and there is no htonx. One line"
                    + " on stderr with \"line\" and its number.",
            lecture = "05-socket-bind-listen")
    void badLine(Program program, Names names) {
        long port = alike(names);
        String good = "htons " + port + "\n";
        String told = answer("htons", port, "little");
        program.reads(good + "htons 65536\n" + good, "little")
                .exits(1).complainsOnce("line 2").prints(told);
        program.reads(good + good + "htonx 1\n", "little")
                .exits(1).complainsOnce("line 3").prints(told, told);
    }

    @Check(points = 1,
            title = "says no to an order that there is not, status 2",
            hint = "little, big, and nothing else.",
            lecture = "04-first-server-and-client")
    void usage(Program program) {
        program.runs("middle").exits(2).complainsOnce().prints();
        program.runs().exits(2).complainsOnce().prints();
    }

    /** A number of bytes that all differ, none small, none large. */
    private static long mild(Names names, int size) {
        long number = 0;
        int first = names.number(20);
        for (int i = 0; i < size; i++) {
            number = number << 8 | 0x10 + (first + i * 29) % 0x70;
        }
        return number;
    }

    /** Two bytes that are equal: such a port is the same anyway. */
    private static long alike(Names names) {
        return 257 * (0x10 + names.number(0x70));
    }

    private static String answer(String call, long number,
            String machine) {
        int size = call.endsWith("s") ? 2 : 4;
        boolean little = machine.equals("little");
        long result = little
                ? Long.reverseBytes(number) >>> 64 - 8 * size : number;
        StringBuilder memory = new StringBuilder();
        for (int i = 0; i < size; i++) {
            int shift = 8 * (little ? i : size - 1 - i);
            memory.append(" %02x".formatted(result >> shift & 0xff));
        }
        return "%s(%d) = %d, memory%s".formatted(
                call, number, result, memory);
    }
}
