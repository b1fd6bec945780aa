///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A datagram of no bytes: it exists, and Java may keep it
// A datagram of 0 bytes arrives like any other: it has a sender, and
// it may mean something. But Java's connected socket does not send it:
// where there is nothing to write, it does not even ask the system.
// Slides: U-33d U-30b
// Claims: 105
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket receiver = new DatagramSocket(0, loopback);
    SocketAddress there = receiver.getLocalSocketAddress();
    DatagramSocket sender = new DatagramSocket();

    sender.send(new DatagramPacket(new byte[0], 0, there));
    saw("not connected, 0 bytes are sent", "0 bytes come",
        taken(receiver, 2000));

    sender.connect(there);
    sender.send(new DatagramPacket(new byte[1], 1));
    saw("connected, 1 byte is sent", "1 byte comes",
        taken(receiver, 2000));
    sender.send(new DatagramPacket(new byte[0], 0));
    saw("connected, 0 bytes are sent", "nothing comes",
        taken(receiver, 100));

    sender.disconnect();
    sender.send(new DatagramPacket(new byte[0], 0, there));
    saw("disconnected, 0 bytes are sent", "0 bytes come",
        taken(receiver, 2000));
    sender.close();
    receiver.close();
}

String taken(DatagramSocket receiver, int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[8], 8);
    receiver.setSoTimeout(millis);
    try {
        receiver.receive(packet);
        int n = packet.getLength();
        return n == 1 ? "1 byte comes" : n + " bytes come";
    } catch (SocketTimeoutException e) {
        return "nothing comes";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
