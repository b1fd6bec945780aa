///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Whose answer is it? A late one, and one from a stranger
// An answer may come when nobody waits for it any more, and anybody
// may send one. Whoever takes the next datagram for the answer to the
// last question is wrong twice.
// Slides: K-04d U-30b U-32d
// Claims: 95
import static java.nio.charset.StandardCharsets.UTF_8;

DatagramSocket client;
DatagramSocket server;
DatagramSocket stranger;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    client = new DatagramSocket(0, loopback);
    server = new DatagramSocket(0, loopback);
    stranger = new DatagramSocket(0, loopback);

    ask("2+2 is not answered in time", 100);
    answer(server, "4");
    ask("3+3 is asked, and the answer to 2+2 arrives", 0);
    answer(server, "6");
    saw("without numbers, 3+3 is", "4", heard(2000));
    saw("and later comes", "6", heard(2000));

    ask("1: 2+2 is not answered in time", 100);
    answer(server, "1: 4");
    ask("2: 3+3 is asked, and the answer to 1 arrives", 0);
    answer(server, "2: 6");
    // tag::number[]
    String reply = heard(2000);
    while (!reply.startsWith("2: ")) reply = heard(2000); // <.>
    // end::number[]
    saw("with numbers, 3+3 is", "2: 6", reply);

    ask("3: 4+4 is asked, and a stranger is quicker", 0);
    answer(stranger, "3: 9");
    answer(server, "3: 8");
    saw("not connected, 4+4 is", "3: 9", heard(2000));
    saw("and later comes", "3: 8", heard(2000));

    // tag::connect[]
    client.connect(server.getLocalSocketAddress()); // <.>
    // end::connect[]
    ask("4: 4+4 is asked again, and the stranger is quicker", 0);
    answer(stranger, "4: 9");
    answer(server, "4: 8");
    saw("connected, 4+4 is", "4: 8", heard(2000));
    client.close();
    server.close();
    stranger.close();
}

void ask(String what, int millis) throws IOException {
    IO.println(what);
    if (millis > 0) saw("we hear", "nothing", heard(millis));
}

void answer(DatagramSocket from, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    from.send(new DatagramPacket(
        bytes, bytes.length, client.getLocalSocketAddress()));
}

String heard(int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    client.setSoTimeout(millis);
    try {
        client.receive(packet);
        return new String(
            packet.getData(), 0, packet.getLength(), UTF_8);
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
