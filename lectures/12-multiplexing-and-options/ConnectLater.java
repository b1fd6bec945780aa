///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Two calls at once, and who tells how they ended
// connect, too, can be told not to wait. Then it is under way, the
// selector says when it is over, and one more question says how.
// Slides: P-14c P-14e
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    InetSocketAddress any =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerSocketChannel door = ServerSocketChannel.open().bind(any);
    // bound and not listening: the port is ours, and nobody answers
    SocketChannel silent = SocketChannel.open().bind(any);

    SortedMap<String, String> ends = new TreeMap<>();
    try (Selector selector = Selector.open()) {
        call(selector, door.getLocalAddress(), "the open door");
        call(selector, silent.getLocalAddress(), "the closed one");
        long last = System.nanoTime() + 3_000_000_000L;
        while (ends.size() < 2 && System.nanoTime() < last)
            selector.select(key -> ends.put(
                (String) key.attachment(), outcome(key)), 1000);
    }
    saw("the open door", "connected", ends.get("the open door"));
    saw("the closed one", "refused", ends.get("the closed one"));
    silent.close();
    door.close();
}

// tag::call[]
void call(Selector selector, SocketAddress address, String name)
        throws IOException {
    SocketChannel client = SocketChannel.open();
    client.configureBlocking(false);
    client.register(selector, SelectionKey.OP_CONNECT, name);
    client.connect(address); // <.>
}
// end::call[]

// tag::outcome[]
String outcome(SelectionKey key) {
    try (SocketChannel client = (SocketChannel) key.channel()) {
        return client.finishConnect() ? "connected" : "not yet"; // <.>
    } catch (ConnectException e) {
        return "refused";
    } catch (IOException e) {
        return e.getMessage();
    }
}
// end::outcome[]

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
