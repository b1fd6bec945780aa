///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Prints bytes with their sign
// Marks: 17 of 20
// Fails: highPort, highAddress
// Mistake: SIGN
// Comment: An address has no negative numbers and a port has no sign,
//   but your byte and your short have. & 0xff takes it off.

import static java.nio.ByteOrder.*;
import static java.nio.charset.StandardCharsets.UTF_8;

final int AF_INET = 2;
final int SIZE = 16;
final HexFormat hex = HexFormat.ofDelimiter(" ");

void main(String[] args) throws IOException {
    ByteOrder machine = order(args);
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    int count = 0;
    for (String line; (line = in.readLine()) != null; ) {
        count++;
        try {
            IO.println(answer(line, machine));
        } catch (IllegalArgumentException e) {
            fail(1, "line " + count + ": " + e.getMessage());
        }
    }
}

ByteOrder order(String[] args) {
    String word = args.length == 1 ? args[0] : "";
    if (!word.equals("little") && !word.equals("big")) {
        fail(2, "order: say little or big");
    }
    return word.equals("big") ? BIG_ENDIAN : LITTLE_ENDIAN;
}

String answer(String line, ByteOrder machine) {
    String[] words = line.split(" ", 2);
    if (words.length == 2 && words[0].equals("encode")) {
        return hex.formatHex(encode(words[1].split(" "), machine));
    }
    if (words.length == 2 && words[0].equals("decode")) {
        return decode(hex.parseHex(words[1]), machine);
    }
    throw new IllegalArgumentException("neither encode nor decode");
}

byte[] encode(String[] name, ByteOrder machine) {
    if (name.length != 2) {
        throw new IllegalArgumentException("not ADDRESS and PORT");
    }
    // new each time, and so the unused bytes are zeros
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    bytes.order(machine).putShort((short) AF_INET);
    bytes.order(BIG_ENDIAN).putShort((short) upTo(65535, name[1]));
    String[] numbers = name[0].split("\\.", -1);
    if (numbers.length != 4) {
        throw new IllegalArgumentException("not four numbers");
    }
    for (String n : numbers) bytes.put((byte) upTo(255, n));
    return bytes.array();
}

String decode(byte[] sockaddr, ByteOrder machine) {
    if (sockaddr.length != SIZE) {
        throw new IllegalArgumentException("not sixteen bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sockaddr);
    if (bytes.order(machine).getShort() != AF_INET) {
        throw new IllegalArgumentException("not of family AF_INET");
    }
    int port = bytes.order(BIG_ENDIAN).getShort();
    StringJoiner address = new StringJoiner(".");
    for (int i = 0; i < 4; i++) {
        address.add(String.valueOf(bytes.get()));
    }
    return address + " port " + port;
}

int upTo(int most, String digits) {
    // at most five, so that parseInt has room
    if (digits.matches("\\d{1,5}")) {
        int number = Integer.parseInt(digits);
        if (number <= most) return number;
    }
    throw new IllegalArgumentException("not a number up to " + most);
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
