///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Prints what Java thinks of a short
// Marks: 16 of 20
// Fails: unsigned, large
// Mistake: SIGN
// Comment: You turn the bytes in a short and in an int, and print them
//   as they are. To Java the highest bit is a sign; a port has none.

import static java.nio.ByteOrder.*;
import static java.nio.charset.StandardCharsets.UTF_8;

final Pattern LINE =
        Pattern.compile("(htons|ntohs|htonl|ntohl) (\\d{1,10})");

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
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
        throw new IllegalArgumentException("not a call: " + line);
    }
    String call = parts.group(1);
    int size = call.endsWith("s") ? 2 : 4;
    // neither fits into an int, which has a sign
    long number = Long.parseLong(parts.group(2));
    if (number >= 1L << 8 * size) {
        throw new IllegalArgumentException("too large: " + number);
    }
    long result = size == 2 ? (short) number : (int) number;
    if (machine == LITTLE_ENDIAN) {
        result = size == 2 ? Short.reverseBytes((short) number)
                : Integer.reverseBytes((int) number);
    }
    byte[] kept = memory(result, size, machine);
    // formatHex writes two digits a byte, and knows no sign
    return "%s(%d) = %d, memory %s".formatted(call, number, result,
            HexFormat.ofDelimiter(" ").formatHex(kept));
}

/** The bytes in which a machine of this order keeps a number. */
byte[] memory(long number, int size, ByteOrder order) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
        int at = order == BIG_ENDIAN ? size - 1 - i : i;
        bytes[at] = (byte) (number >> 8 * i);
    }
    return bytes;
}

/** What a machine of this order reads in these bytes. */
long number(byte[] bytes, ByteOrder order) {
    long number = 0;
    for (int i = 0; i < bytes.length; i++) {
        int at = order == BIG_ENDIAN ? i : bytes.length - 1 - i;
        number = number << 8 | bytes[at] & 0xff;
    }
    return number;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
