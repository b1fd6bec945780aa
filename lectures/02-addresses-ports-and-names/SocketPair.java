///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The four numbers of a connection, and who may share them
// A connection is known by four numbers: an address and a port at
// each end. We look at them from both ends, share three of the four,
// and then try to have the same four twice.
// Slides: K-03a K-03b P-04d P-04e P-04f P-06d P-06e P-08
// Slides: E-24b R-05a R-05e R-05h
// Claims: 28 29 37 40 41
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    SocketAddress any = new InetSocketAddress(loopback, 0);

    // tag::bind[]
    ServerSocket server = new ServerSocket();
    saw("server has a port", false, server.isBound());
    server.bind(any);
    saw("server has a port after bind", true, server.isBound());
    // end::bind[]
    ServerSocket other = new ServerSocket();
    other.bind(any);

    // tag::connect[]
    Socket first = new Socket();
    first.setReuseAddress(true);
    saw("first has a port", false, first.getLocalPort() > 0);
    first.connect(server.getLocalSocketAddress());
    saw("first has a port after connect",
        true, first.getLocalPort() > 0);
    Socket second = new Socket();
    second.connect(server.getLocalSocketAddress());
    // end::connect[]
    IO.println("first  " + pair(first));
    IO.println("second " + pair(second));
    saw("same remote half", true, remote(first).equals(remote(second)));
    saw("same local half", false, local(first).equals(local(second)));

    // tag::names[]
    Socket accepted = server.accept();
    IO.println("the server's end of first");
    IO.println("       " + pair(accepted));
    saw("its remote half is first's local half",
        true, remote(accepted).equals(local(first)));
    saw("its local half is first's remote half",
        true, local(accepted).equals(remote(first)));
    // end::names[]

    // Sharing a port on purpose must be allowed, by both who share it.
    // tag::twice[]
    Socket third = new Socket();
    third.setReuseAddress(true);
    third.bind(local(first));
    third.connect(other.getLocalSocketAddress());
    IO.println("third, from first's port to another server");
    IO.println("       " + pair(third));
    saw("same local half", true, local(third).equals(local(first)));

    Socket fourth = new Socket();
    fourth.setReuseAddress(true);
    fourth.bind(local(first));
    IO.println("fourth, from first's port to first's server");
    boolean connected = true;
    try {
        fourth.connect(server.getLocalSocketAddress());
    } catch (IOException e) {
        connected = false;
        IO.println("connect: " + e.getMessage());
    }
    saw("the same four twice", false, connected);
    // end::twice[]
    for (Socket s : List.of(first, second, third, fourth, accepted))
        s.close();
    server.close();
    other.close();
}

InetSocketAddress local(Socket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
}

InetSocketAddress remote(Socket socket) {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
}

String pair(Socket socket) {
    return shown(local(socket)) + " -> " + shown(remote(socket));
}

String shown(InetSocketAddress end) {
    return end.getAddress().getHostAddress() + " port " + end.getPort();
}

void saw(String what, boolean expected, boolean seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected ? "yes" : "no", seen ? "yes" : "no"));
    if (expected != seen) System.exit(1);
}
