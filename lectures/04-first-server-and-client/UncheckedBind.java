///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What becomes of a server whose failed bind nobody notices
// The listing on the slide ignores what bind answers. Then its server
// runs, listens, waits: on a port that nobody knows. Java throws, so
// here we have to ignore the exception to see what C does by itself.
// Slides: E-37a
// Claims: 59 86
import java.nio.channels.ServerSocketChannel;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();

    ServerSocketChannel first = ServerSocketChannel.open();
    first.bind(new InetSocketAddress(loopback, 0));
    int wanted = port(first);
    IO.println("the first server listens on port " + wanted);

    ServerSocketChannel second = ServerSocketChannel.open();
    try {
        second.bind(new InetSocketAddress(loopback, wanted));
    } catch (BindException e) {
        IO.println("the second one's bind: " + e.getMessage());
    }

    // listen() on a socket without a name takes any free port, on
    // every address. Java has no listen(); bind(null) does the same.
    second.bind(null);
    IO.println("it goes on and listens on port " + port(second));

    boolean same = port(second) == wanted;
    IO.println("is it the port it wanted? expected no, saw "
        + (same ? "yes" : "no"));
    first.close();
    second.close();
    if (same) System.exit(1);
}

int port(ServerSocketChannel server) throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
}
