///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A number through a socket, read byte by byte
// A number is sent twice: as the network wants it, and as it happens
// to lie in this machine's memory. The receiver takes byte after byte,
// as they come, and makes a number of each four.
// Slides: K-05e E-27e
// Claims: 45
import static java.nio.ByteOrder.*;

void main() throws IOException {
    int number = 0x8002c25f; // 128.2.194.95
    boolean little = nativeOrder() == LITTLE_ENDIAN;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback);
            Socket sender =
                new Socket(loopback, server.getLocalPort());
            Socket receiver = server.accept()) {
        // tag::network[]
        var out = new DataOutputStream(sender.getOutputStream());
        out.writeInt(number);
        // end::network[]
        // tag::memory[]
        byte[] asItLies = ByteBuffer.allocate(4)
            .order(nativeOrder()).putInt(number).array();
        sender.getOutputStream().write(asItLies);
        // end::memory[]
        sender.shutdownOutput();

        receiver.setSoTimeout(3000);
        InputStream in = receiver.getInputStream();
        String wanted = little ? "5f c2 02 80" : "80 02 c2 5f";
        byte[] first = four(in), second = four(in);
        saw("in network order", "80 02 c2 5f", hex(first));
        saw("a number again", "2147664479", number(first));
        saw("as it lies in memory", wanted, hex(second));
        saw("a number again", little ? "1606550144" : "2147664479",
            number(second));
        saw("and then", "the end", in.read() < 0 ? "the end" : "more");
    }
}

byte[] four(InputStream in) throws IOException {
    byte[] four = new byte[4];
    for (int i = 0; i < 4; i++) four[i] = (byte) in.read();
    return four;
}

String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
}

// Most significant byte first, whatever machine this is. Java's int
// has a sign, which an address has not.
String number(byte[] four) {
    return Integer.toUnsignedString(ByteBuffer.wrap(four).getInt());
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
