///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A socket from new to connected, and what it has each time
// A new socket is an end without a line: no address, no partner. It
// gets the first by bind, the second by connect. Java has a class for
// each role; in C the same kind of socket takes one or the other.
// Slides: U-06b E-06a E-04b R-04a R-04e E-34a E-34b E-74b U-08a
// Claims: 3
void main() throws IOException {
    // tag::socket[]
    Socket socket = new Socket();
    // end::socket[]
    saw("a new socket", "no address, no partner", state(socket));

    // tag::bind[]
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    socket.bind(new InetSocketAddress(here, 0));
    // end::bind[]
    saw("bound", "an address, no partner", state(socket));

    // tag::listen[]
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(here, 0), 1);
    // end::listen[]
    // A ServerSocket cannot even be asked for a partner.
    saw("another, listening", "an address, no partner",
        state(server.isBound(), false));

    // tag::connect[]
    socket.connect(server.getLocalSocketAddress());
    // end::connect[]
    saw("the first, connected", "an address, a partner", state(socket));

    // tag::datagram[]
    // Without the null, this constructor binds, too.
    DatagramSocket datagrams = new DatagramSocket(null);
    // end::datagram[]
    saw("a new datagram socket", "no address, no partner",
        state(datagrams.isBound(), datagrams.isConnected()));

    socket.close();
    server.close();
    datagrams.close();
}

String state(Socket socket) {
    return state(socket.isBound(), socket.isConnected());
}

String state(boolean address, boolean partner) {
    return (address ? "an" : "no") + " address, "
        + (partner ? "a" : "no") + " partner";
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s; saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
