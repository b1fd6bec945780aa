///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Five datagrams, five receives, and what a small room costs
// One receive takes one datagram, however much room there is. Is there
// too little, the rest of it is gone; the next receive takes the next.
// Slides: E-73b U-33d E-78a
// Claims: 82 105
String taken(DatagramSocket receiver, int size) throws IOException {
    // tag::recvfrom[]
    byte[] room = new byte[size];
    DatagramPacket packet = new DatagramPacket(room, room.length);
    receiver.receive(packet);
    int n = packet.getLength();
    // end::recvfrom[]
    return n == 0 ? "0" : n + " of number " + room[0];
}

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket receiver = new DatagramSocket(0, loopback);
    receiver.setSoTimeout(2000);
    DatagramSocket sender = new DatagramSocket();
    SocketAddress to = receiver.getLocalSocketAddress();

    IO.println("five datagrams of 512 bytes are sent");
    for (int number = 1; number <= 5; number++) {
        byte[] block = new byte[512];
        Arrays.fill(block, (byte) number);
        // tag::sendto[]
        sender.send(new DatagramPacket(block, block.length, to));
        // end::sendto[]
    }
    saw(2560, "512 of number 1", taken(receiver, 2560));
    saw(100, "100 of number 2", taken(receiver, 100));
    saw(2560, "512 of number 3", taken(receiver, 2560));
    saw(512, "512 of number 4", taken(receiver, 512));
    saw(512, "512 of number 5", taken(receiver, 512));

    IO.println("a datagram of 0 bytes is sent");
    sender.send(new DatagramPacket(new byte[0], 0, to));
    saw(512, "0", taken(receiver, 512));

    IO.println("one of 600 is sent, where 512 are allowed");
    sender.send(new DatagramPacket(new byte[600], 600, to));
    // One byte more than allowed: is it used, there was too much.
    saw(513, "513 of number 0", taken(receiver, 513));
    sender.close();
    receiver.close();
}

void saw(int size, String expected, String seen) {
    IO.println("room for %d: expected %s, saw %s".formatted(
        size, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
