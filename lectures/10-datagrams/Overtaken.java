///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A relay that loses, doubles and mixes datagrams, by script
// Here nothing overtakes anything, so we help: a relay passes on six
// datagrams as a bad network might. What can still be found out about
// them stands in them: a number.
// Slides: K-04b U-32d E-78a
// Claims: 95 105
import java.nio.ByteBuffer;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket receiver = new DatagramSocket(0, loopback);
    DatagramSocket relay = new DatagramSocket(0, loopback);
    DatagramSocket sender = new DatagramSocket();
    receiver.setSoTimeout(2000);
    relay.setSoTimeout(2000);

    for (int number = 1; number <= 6; number++) {
        byte[] data = ByteBuffer.allocate(4).putInt(number).array();
        sender.send(new DatagramPacket(
            data, data.length, relay.getLocalSocketAddress()));
    }

    List<DatagramPacket> held = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
        DatagramPacket packet = new DatagramPacket(new byte[4], 4);
        relay.receive(packet);
        packet.setSocketAddress(receiver.getLocalSocketAddress());
        held.add(packet);
    }
    // 3 overtakes 2, 4 gets lost, 5 comes twice
    int[] script = {1, 3, 2, 5, 5, 6};
    for (int number : script) relay.send(held.get(number - 1));

    List<Integer> came = new ArrayList<>();
    TreeSet<Integer> inOrder = new TreeSet<>();
    List<Integer> again = new ArrayList<>();
    for (int i = 0; i < script.length; i++) {
        DatagramPacket packet = new DatagramPacket(new byte[4], 4);
        receiver.receive(packet);
        int number = ByteBuffer.wrap(packet.getData()).getInt();
        came.add(number);
        if (!inOrder.add(number)) again.add(number);
    }
    saw("sent 1 to 6; they come as", "[1, 3, 2, 5, 5, 6]", came);
    saw("by their numbers, in order", "[1, 2, 3, 5, 6]", inOrder);
    saw("had before", "[5]", again);
    List<Integer> missing = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
    missing.removeAll(inOrder);
    saw("never came", "[4]", missing);
    sender.close();
    relay.close();
    receiver.close();
}

void saw(String what, String expected, Collection<Integer> seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen.toString())) System.exit(1);
}
