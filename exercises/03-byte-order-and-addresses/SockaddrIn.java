///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sixteen bytes, filled and read: an exercise
// A program that makes a sockaddr_in of an address and a port, and an
// address and a port of a sockaddr_in, for machines of either order.
// The brief is in README.adoc, beside this file.

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String[] args) throws IOException {
    // TODO Which order has the machine? Look at the argument first.
    var in = new BufferedReader(
            new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
        // TODO Encode or decode, and answer. Now it is only read.
        System.err.println("not written yet, unanswered: " + line);
    }
}

byte[] encode(String address, int port, ByteOrder machine) {
    // TODO Family, port, address, zeros. Now it is zeros only.
    return new byte[16];
}

String decode(byte[] sockaddr, ByteOrder machine) {
    // TODO Read what encode writes. Now it says nothing.
    return "";
}
