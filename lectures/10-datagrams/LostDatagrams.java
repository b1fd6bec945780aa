///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION 2000 datagrams to a late reader: how many get lost?
// A receiver has room for some kilobytes of waiting datagrams. What
// comes when it is full is thrown away, and nobody says a word: not to
// the sender, not to the receiver. Only their numbers tell.
// Slides: K-04b K-04c U-32d E-78a
// Claims: 95
import java.nio.ByteBuffer;

static final int SENT = 2000;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket receiver = new DatagramSocket(0, loopback);
    receiver.setReceiveBufferSize(4096); // the system rounds this up
    DatagramSocket sender = new DatagramSocket();

    int failed = 0;
    for (int number = 1; number <= SENT; number++) {
        byte[] block = ByteBuffer.allocate(1000).putInt(number).array();
        try {
            sender.send(new DatagramPacket(block, block.length,
                receiver.getLocalSocketAddress()));
        } catch (IOException e) {
            failed++;
        }
    }
    IO.println(SENT + " datagrams of 1000 bytes, and nobody reads yet");
    saw("sends that failed", "0", String.valueOf(failed));

    List<Integer> numbers = new ArrayList<>();
    receiver.setSoTimeout(200);
    byte[] room = new byte[1000];
    try {
        while (true) {
            receiver.receive(new DatagramPacket(room, room.length));
            numbers.add(ByteBuffer.wrap(room).getInt());
        }
    } catch (SocketTimeoutException e) {
        IO.println("now somebody reads, until nothing more comes");
    }
    int lost = SENT - numbers.size();
    saw("lost", "more than 1900",
        lost > 1900 ? "more than 1900" : "only " + lost);
    saw("the first one", "there",
        numbers.contains(1) ? "there" : "missing");
    saw("the last one", "missing",
        numbers.contains(SENT) ? "there" : "missing");
    sender.close();
    receiver.close();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
