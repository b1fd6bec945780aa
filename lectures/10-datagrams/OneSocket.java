///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three clients, one server socket, and nobody is mixed up
// A server without connections has one socket for all its clients.
// Whose a datagram is, stands on it: the address of its sender.
// Slides: K-04a K-04d U-14f U-32a U-33a U-33b U-33c U-34a U-34b E-72
// Claims: 98 99
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket server = new DatagramSocket(0, loopback);
    server.setSoTimeout(2000);

    List<DatagramSocket> clients = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
        DatagramSocket client = new DatagramSocket();
        client.setSoTimeout(2000);
        clients.add(client);
    }
    int early = clients.getFirst().getLocalPort();
    saw("a client has a port before it sends anything",
        "yes", early > 0 ? "yes" : "no");

    for (int i = 1; i <= 3; i++) {
        byte[] hello = ("I am client " + i).getBytes(UTF_8);
        clients.get(i - 1).send(new DatagramPacket(
            hello, hello.length, server.getLocalSocketAddress()));
    }

    // First all three, and only then the answers, the last one first:
    // no conversation has to end before the next may begin.
    List<DatagramPacket> requests = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
        DatagramPacket request = new DatagramPacket(new byte[512], 512);
        server.receive(request);
        requests.add(request);
        IO.println("the server has: " + text(request)
            + ", from port " + request.getPort());
    }
    for (DatagramPacket request : requests.reversed()) {
        byte[] reply = ("hello, " + text(request)).getBytes(UTF_8);
        server.send(new DatagramPacket(
            reply, reply.length, request.getSocketAddress()));
    }

    for (int i = 1; i <= 3; i++) {
        DatagramPacket reply = new DatagramPacket(new byte[512], 512);
        clients.get(i - 1).receive(reply);
        saw("client " + i + " gets",
            "hello, I am client " + i, text(reply));
        saw("and gets it from the server's only port",
            "port " + server.getLocalPort(), "port " + reply.getPort());
        clients.get(i - 1).close();
    }
    server.close();
}

String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
