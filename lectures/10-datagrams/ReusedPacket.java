///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One DatagramPacket for many receives: what stays in it
// A DatagramPacket is an address, a length, and an array that keeps
// what it holds. receive sets the length, and the room stays as it
// was; setLength sets both, and that is where datagrams get cut.
// Slides: E-38a U-34c
// Claims: 82
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket receiver = new DatagramSocket(0, loopback);
    receiver.setSoTimeout(2000);
    DatagramSocket sender = new DatagramSocket();
    sender.connect(receiver.getLocalSocketAddress());

    byte[] array = new byte[16];
    DatagramPacket packet = new DatagramPacket(array, array.length);
    send(sender, "hello server");
    receiver.receive(packet);
    saw("hello server comes; getLength", "12", packet);

    send(sender, "ok");
    receiver.receive(packet);
    saw("then ok, into the same packet; getLength", "2", packet);
    saw("the bytes up to getLength", "ok",
        new String(array, 0, packet.getLength(), UTF_8));
    saw("the whole array", "okllo server",
        new String(array, UTF_8).replace("\0", ""));

    send(sender, "hello server");
    receiver.receive(packet);
    saw("hello server again, and nothing set anew", "12", packet);

    // Somebody answers with the packet that brought the question.
    packet.setData("no".getBytes(UTF_8));
    receiver.send(packet);
    send(sender, "hello server");
    receiver.receive(packet);
    saw("after setData with 2 bytes, hello server", "2", packet);
    saw("the old array has still", "hello server",
        new String(array, 0, 12, UTF_8));

    packet.setData(array);
    send(sender, "hello server");
    receiver.receive(packet);
    saw("after setData with all 16, hello server", "12", packet);
    packet.setLength(5);
    send(sender, "hello server");
    receiver.receive(packet);
    saw("after setLength(5), hello server", "5", packet);
    sender.close();
    receiver.close();
}

void send(DatagramSocket sender, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    sender.send(new DatagramPacket(bytes, bytes.length));
}

void saw(String what, String expected, DatagramPacket packet) {
    saw(what, expected, String.valueOf(packet.getLength()));
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
