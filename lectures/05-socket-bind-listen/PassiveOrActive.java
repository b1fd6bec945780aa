///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Who can be called: bound, listening, closed
// A name is not yet a telephone that rings: a socket with a port may
// still call, and cannot be called. Only listen makes it passive, and
// only until close.
// Slides: K-12a K-12b K-12c P-12c R-08a U-16c U-17e U-18a U-18e
// Claims: 53 54 60
InetAddress loopback = InetAddress.getLoopbackAddress();

void main() throws IOException {
    // Java has no bind without listen for servers. A client's socket
    // may be bound, too, and that is C's socket after bind.
    Socket bound = new Socket();
    bound.bind(new InetSocketAddress(loopback, 0));
    int port = bound.getLocalPort();
    saw("a bound socket", "refused", called(port));

    ServerSocket server = new ServerSocket();
    saw("accept before listen", "an error", accepted(server));

    bound.close();
    server.bind(new InetSocketAddress(loopback, port), 5);
    saw("a listening socket", "connected", called(port));
    saw("accept finds the caller", "a new socket", accepted(server));

    server.close();
    saw("a closed socket", "refused", called(port));
}

String called(int port) throws IOException {
    try (Socket caller = new Socket(loopback, port)) {
        return caller.isConnected() ? "connected" : "not connected";
    } catch (ConnectException nobodyListens) {
        return "refused";
    }
}

String accepted(ServerSocket server) throws IOException {
    try (Socket child = server.accept()) {
        return child.isConnected() ? "a new socket" : "nothing";
    } catch (SocketException notBoundYet) {
        return "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
