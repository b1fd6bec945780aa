///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Two servers on one UDP port: who gets the datagrams?
// Linux only. On a TCP port SO_REUSEADDR is a courtesy to who starts
// again; on a UDP port it lets a second program in while the first is
// there, and take its datagrams. So our UDP servers do not set it.
// Slides: R-16b U-34a
// Claims: 98
void main() throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: others share a port otherwise");
        return;
    }
    DatagramSocket first = new DatagramSocket(null);
    saw("with SO_REUSEADDR, the first one's bind", "done",
        bound(first, true, 0));
    int port = first.getLocalPort();
    saw("without, a second one's bind", "Address already in use",
        bound(new DatagramSocket(null), false, port));
    DatagramSocket second = new DatagramSocket(null);
    saw("with SO_REUSEADDR, a second one's bind", "done",
        bound(second, true, port));
    try (DatagramSocket client = new DatagramSocket()) {
        client.send(new DatagramPacket(
            new byte[1], 1, second.getLocalSocketAddress()));
    }
    saw("a datagram comes; the first gets", "nothing", heard(first));
    saw("the second gets", "it", heard(second));
    first.close();
    second.close();
}

String bound(DatagramSocket server, boolean reuse, int port) {
    try {
        server.setReuseAddress(reuse);
        server.bind(new InetSocketAddress(
            InetAddress.getLoopbackAddress(), port));
        return "done";
    } catch (IOException e) {
        server.close();
        return e.getMessage();
    }
}

String heard(DatagramSocket server) throws IOException {
    server.setSoTimeout(200);
    try {
        server.receive(new DatagramPacket(new byte[1], 1));
        return "it";
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
