///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION An empty datagram, and the Java socket that keeps it back
// A datagram with nothing in it is a message, and it arrives. But if
// the socket is connected, Java sends nothing at all, and says so to
// nobody. C and Python send it either way.
// Slides: E-75i U-13c
// Claims: 105
final InetAddress here = InetAddress.ofLiteral("127.0.0.1");

void main() throws IOException {
    DatagramSocket reader = new DatagramSocket(0, here);
    SocketAddress address = reader.getLocalSocketAddress();
    DatagramSocket writer = new DatagramSocket(0, here);

    writer.send(new DatagramPacket(new byte[0], 0, address));
    saw("not connected", "0 bytes", received(reader));

    writer.connect(address);
    writer.send(new DatagramPacket(new byte[0], 0));
    saw("connected, empty", "nothing", received(reader));

    writer.send(new DatagramPacket(new byte[1], 1));
    saw("connected, one byte", "1 byte", received(reader));
}

String received(DatagramSocket reader) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[9], 9);
    reader.setSoTimeout(100);
    try {
        reader.receive(packet);
        int n = packet.getLength();
        return n + (n == 1 ? " byte" : " bytes");
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
