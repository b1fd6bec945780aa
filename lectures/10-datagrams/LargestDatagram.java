///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION How much goes into one datagram, and one byte more
// The length field of UDP has 16 bits, and counts its own 8 bytes of
// header. The one of IPv4 has 16 bits, too, and counts another 20.
// Slides: E-73d E-78a
// Claims: 103
void main() throws IOException {
    IO.println("IPv4: 65535 - 20 - 8 = " + (65535 - 20 - 8));
    one("127.0.0.1", 65507, "arrives, 65507 bytes");
    one("127.0.0.1", 65508, "Message too long");
    IO.println("IPv6: 65535 - 8 = " + (65535 - 8));
    if (here("::1")) {
        one("::1", 65527, "arrives, 65527 bytes");
        one("::1", 65528, "Message too long");
    } else {
        IO.println("this machine has no ::1 to try it with");
    }
}

void one(String address, int size, String expected)
        throws IOException {
    InetAddress local = InetAddress.ofLiteral(address);
    String seen;
    try (DatagramSocket receiver = new DatagramSocket(0, local);
            DatagramSocket sender = new DatagramSocket(0, local)) {
        receiver.setSoTimeout(2000);
        sender.setSendBufferSize(1 << 17);
        byte[] room = new byte[1 << 17];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        sender.send(new DatagramPacket(
            new byte[size], size, receiver.getLocalSocketAddress()));
        receiver.receive(packet);
        seen = "arrives, " + packet.getLength() + " bytes";
    } catch (SocketException e) {
        seen = e.getMessage();
    }
    IO.println("a datagram of %d: expected %s, saw %s".formatted(
        size, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}

boolean here(String address) {
    InetAddress local = InetAddress.ofLiteral(address);
    try (DatagramSocket probe = new DatagramSocket(0, local)) {
        return probe.isBound();
    } catch (SocketException nobodyHasIt) {
        return false;
    }
}
