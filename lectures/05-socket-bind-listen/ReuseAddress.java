///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A restart within the minute and SO_REUSEADDR
// A server that closes first leaves its port in TIME_WAIT for a while.
// SO_REUSEADDR lets the next one in: on Linux, if the old one had set
// it, too. It does not let two listen at once.
// Slides: E-47a U-17d
// Claims: 90
InetAddress loopback = InetAddress.getLoopbackAddress();

void main() throws IOException {
    saw("neither sets it", "refused", restart(false, false));
    IO.println("only the new one sets it: saw "
        + restart(false, true));
    IO.println("only the old one sets it: saw "
        + restart(true, false));
    saw("both set it", "bound", restart(true, true));

    ServerSocket alive = bound(0, true);
    saw("both set it, the old is alive", "refused",
        tried(alive.getLocalPort(), true));
    alive.close();
}

// One server's life, in which it closes first, and the next one's bind.
String restart(boolean old, boolean next) throws IOException {
    int port;
    try (ServerSocket server = bound(0, old)) {
        port = server.getLocalPort();
        try (Socket client = new Socket(loopback, port)) {
            server.accept().close();
            client.getInputStream().read();
        }
    }
    return tried(port, next);
}

String tried(int port, boolean reuse) throws IOException {
    try (ServerSocket server = bound(port, reuse)) {
        return server.isBound() ? "bound" : "not bound";
    } catch (BindException addressInUse) {
        return "refused";
    }
}

ServerSocket bound(int port, boolean reuse) throws IOException {
    ServerSocket server = new ServerSocket();
    // tag::reuse[]
    server.setReuseAddress(reuse); // <.>
    // end::reuse[]
    server.bind(new InetSocketAddress(loopback, port), 5);
    return server;
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
