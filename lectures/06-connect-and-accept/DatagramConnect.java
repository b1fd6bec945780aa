///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What connect does where there is nothing to connect
// On a datagram socket, connect sends nothing and asks nobody. It
// only notes who the other side is, and from then on nobody else is
// heard.
// Slides: E-57c E-57d P-12e
// Claims: 75
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    InetSocketAddress nobody;
    try (Socket closed = new Socket()) {
        closed.bind(new InetSocketAddress(loopback, 0));
        nobody = (InetSocketAddress) closed.getLocalSocketAddress();
        saw("a stream calls a port where nobody is",
            "refused", called(nobody));
    }
    DatagramSocket alone = new DatagramSocket(0, loopback);
    alone.setSoTimeout(2000);
    alone.connect(nobody);
    saw("a datagram socket connects there, and is",
        "connected", alone.isConnected() ? "connected" : "not");
    alone.send(packet("anybody?"));
    saw("it sends, and waits for an answer", "refused", heard(alone));
    alone.close();

    DatagramSocket friend = new DatagramSocket(0, loopback);
    DatagramSocket stranger = new DatagramSocket(0, loopback);
    DatagramSocket us = new DatagramSocket(0, loopback);
    us.setSoTimeout(2000);
    us.connect(friend.getLocalSocketAddress());
    stranger.connect(us.getLocalSocketAddress());
    stranger.send(packet("the stranger"));
    friend.connect(us.getLocalSocketAddress());
    friend.send(packet("the friend"));
    saw("a stranger writes to us, then our friend; we hear",
        "the friend", heard(us));
    us.setSoTimeout(100);
    saw("and then", "nothing", heard(us));
    us.close();
    friend.close();
    stranger.close();
}

String called(SocketAddress address) throws IOException {
    try (Socket client = new Socket()) {
        client.connect(address);
        return "connected";
    } catch (ConnectException e) {
        return "refused";
    }
}

DatagramPacket packet(String text) {
    return new DatagramPacket(text.getBytes(), text.length());
}

String heard(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    try {
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength());
    } catch (PortUnreachableException e) {
        return "refused";
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
