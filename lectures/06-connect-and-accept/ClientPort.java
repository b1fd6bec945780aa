///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION When a client gets its port, and from whom
// A client's port: none when the socket is made, lent by the system at
// connect, or chosen by bind, which one deck forbids and another takes
// for connect.
// Slides: K-14b P-12d U-23a U-23c U-23d R-10b R-11a E-54b
// Claims: 29 30 42
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);
    SocketAddress door = server.getLocalSocketAddress();
    IO.println("the server has port " + server.getLocalPort());

    Socket client = new Socket();
    saw("a new socket has", "no port", portOf(client));
    client.connect(door);
    int lent = client.getLocalPort();
    Socket child = server.accept();
    saw("connected, the client has",
        "port " + child.getPort(), portOf(client));
    saw("is that the server's port", "no",
        yes(lent == server.getLocalPort()));
    child.close();
    client.close();

    Socket bound = new Socket();
    bound.bind(new InetSocketAddress(loopback, 0));
    int own = bound.getLocalPort();
    IO.println("another client binds port " + own);
    saw("is it connected by that", "no", yes(bound.isConnected()));
    bound.connect(door);
    child = server.accept();
    saw("after connect the server sees",
        "port " + own, "port " + child.getPort());
    child.close();
    bound.close();
    server.close();
}

String portOf(Socket socket) {
    int port = socket.getLocalPort();
    return port < 1 ? "no port" : "port " + port;
}

String yes(boolean is) {
    return is ? "yes" : "no";
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
