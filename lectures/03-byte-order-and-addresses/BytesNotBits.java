///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The order of bytes, and the order of bits in them
// Two orders for the bytes of one number. What is turned round is the
// bytes among one another; inside a byte nothing moves.
// Slides: K-05a K-05b K-05c K-05d
// Claims: 44
import static java.nio.ByteOrder.*;

void main() {
    int number = 0xC0000102; // 192.0.1.2
    ByteBuffer four = ByteBuffer.allocate(4);

    byte[] big = four.order(BIG_ENDIAN).putInt(0, number)
        .array().clone();
    saw("big endian", "c0 00 01 02", HexFormat.ofDelimiter(" ")
        .formatHex(big));
    saw("with dots", "192.0.1.2", dotted(big));

    byte[] little = four.order(LITTLE_ENDIAN).putInt(0, number)
        .array().clone();
    saw("little endian", "02 01 00 c0", HexFormat.ofDelimiter(" ")
        .formatHex(little));
    saw("with dots", "2.1.0.192", dotted(little));

    saw("the byte c0 in big", "11000000", bits(big[0]));
    saw("the byte c0 in little", "11000000", bits(little[3]));
}

String dotted(byte[] b) {
    return (b[0] & 0xff) + "." + (b[1] & 0xff) + "."
        + (b[2] & 0xff) + "." + (b[3] & 0xff);
}

String bits(byte b) {
    StringBuilder bits = new StringBuilder();
    for (int bit = 7; bit >= 0; bit--) bits.append(b >> bit & 1);
    return bits.toString();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
