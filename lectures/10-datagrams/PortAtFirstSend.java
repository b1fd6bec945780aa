///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION When does a datagram socket get its port?
// Only who has a port can be written to. A bare socket has none; bind
// gives it one, and so does the first send. In Java the usual
// constructor has already called bind.
// Slides: U-14f P-11h
// Claims: 99
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket server = new DatagramSocket(0, loopback);

    // tag::socket[]
    DatagramSocket client = new DatagramSocket(null);
    // end::socket[]
    saw("after socket, it has a port", "no", port(client));
    // tag::sendto[]
    client.send(new DatagramPacket(
        new byte[1], 1, server.getLocalSocketAddress()));
    // end::sendto[]
    saw("after its first sendto", "yes", port(client));
    client.close();

    // tag::bind[]
    client = new DatagramSocket(0, loopback); // socket and bind
    // end::bind[]
    saw("another one, after bind to port 0", "yes", port(client));
    client.close();
    server.close();
}

String port(DatagramSocket socket) {
    return socket.getLocalPort() > 0 ? "yes" : "no";
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
