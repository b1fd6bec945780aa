///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Nobody is there: who is told, and when
// To a datagram for nobody, the system there answers that the port is
// unreachable. Only a connected socket hears that, at its next call,
// and it need not name the address any more.
// Slides: K-04c U-30b U-32b U-32c U-33c
// Claims: 96 97
String heard(DatagramSocket client, int millis) throws IOException {
    client.setSoTimeout(millis);
    try {
        // tag::recv[]
        client.receive(new DatagramPacket(new byte[8], 8)); // <.>
        // end::recv[]
        return "an answer";
    } catch (PortUnreachableException e) {
        return "refused";
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void main() throws IOException {
    // A port that nobody answers at, and that nobody else will get: it
    // is held by a socket that is connected to itself, and deaf.
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket deaf = new DatagramSocket(0, loopback);
    SocketAddress nobody = deaf.getLocalSocketAddress();
    deaf.connect(nobody);

    DatagramSocket client = new DatagramSocket();
    byte[] hello = "hello".getBytes();
    // tag::sendto[]
    client.send(new DatagramPacket(hello, hello.length, nobody)); // <.>
    // end::sendto[]
    IO.println("not connected: a datagram to nobody is sent");
    saw("we hear", "nothing", heard(client, 200));

    // tag::connect[]
    client.connect(nobody); // <.>
    // end::connect[]
    // tag::send[]
    client.send(new DatagramPacket(hello, hello.length)); // <.>
    // end::send[]
    IO.println("connected: a datagram is sent, without an address");
    saw("we hear", "refused", heard(client, 2000));
    saw("we send until we are told", "refused", sent(client));
    client.close();
    deaf.close();
}

// The answer takes a moment, and the next send brings it.
String sent(DatagramSocket client) throws IOException {
    long deadline = System.nanoTime() + 2_000_000_000L;
    try {
        while (System.nanoTime() < deadline)
            client.send(new DatagramPacket(new byte[1], 1));
        return "nothing";
    } catch (PortUnreachableException e) {
        return "refused";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
