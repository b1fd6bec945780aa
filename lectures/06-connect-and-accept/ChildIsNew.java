///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A child takes after its parent, and is no copy of it
// One deck calls the child a duplicate of the parent. It has some of
// the parent's options, but not its job, not its way of waiting, and
// only one life.
// Slides: E-52c P-13a R-12b U-20c
// Claims: 72 77
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocketChannel parent = ServerSocketChannel.open();
    ServerSocket asSocket = parent.socket();
    asSocket.setReceiveBufferSize(5000);
    parent.bind(new InetSocketAddress(loopback, 0), 5);
    SocketChannel client = SocketChannel.open(parent.getLocalAddress());

    // A non-blocking accept answers null if nobody is there. Here
    // somebody is: connect has returned.
    parent.configureBlocking(false);
    SocketChannel child = parent.accept();

    saw("the child has the parent's receive buffer", "yes", yes(
        child.socket().getReceiveBufferSize()
            == asSocket.getReceiveBufferSize()));
    saw("the parent waits for nothing", "yes",
        yes(!parent.isBlocking()));
    saw("the child waits for nothing", "no",
        yes(!child.isBlocking()));

    parent.close();
    child.write(ByteBuffer.wrap(new byte[] {'!'}));
    ByteBuffer one = ByteBuffer.allocate(1);
    client.read(one);
    saw("the parent is closed, and the child says",
        "!", "" + (char) one.get(0));
    saw("a new client is", "refused", called(
        SocketChannel.open(), client.getRemoteAddress()));

    ServerSocketChannel other = ServerSocketChannel.open();
    other.bind(new InetSocketAddress(loopback, 0));
    SocketAddress elsewhere = other.getLocalAddress();
    saw("the child, connected, calls somebody else",
        "an error", called(child, elsewhere));
    child.close();
    saw("the child, closed, calls somebody else",
        "an error", called(child, elsewhere));
    client.close();
    other.close();
}

String called(SocketChannel from, SocketAddress to) {
    try {
        from.connect(to);
        return "connected";
    } catch (ConnectException e) {
        return "refused";
    } catch (IOException | RuntimeException e) {
        return "an error";
    }
}

String yes(boolean is) {
    return is ? "yes" : "no";
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
