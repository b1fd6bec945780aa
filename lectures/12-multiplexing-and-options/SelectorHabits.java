///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Four things that a Selector expects you to know
// A Selector takes only channels that do not wait, remembers who was
// ready until you take it out, can be woken, and forgets who closes.
// Slides: P-14c P-14d
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws Exception {
    ServerSocketChannel door = ServerSocketChannel.open().bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    SocketChannel client = SocketChannel.open(door.getLocalAddress());
    SocketChannel child = door.accept();
    Selector selector = Selector.open();

    String seen = "a key";
    try {
        child.register(selector, SelectionKey.OP_READ);
    } catch (IllegalBlockingModeException e) {
        seen = "an error";
    }
    saw("registered while it still waits", "an error", seen);
    child.configureBlocking(false);
    child.register(selector, SelectionKey.OP_READ);

    // tag::stale[]
    client.write(ByteBuffer.wrap(new byte[] {'!'}));
    saw("a byte has come, select answers", 1, selector.select(2000));
    saw("asked again, the key not taken out", 0,
        selector.select(50)); // <.>
    saw("but the key is still in the set", 1,
        selector.selectedKeys().size());
    selector.selectedKeys().clear(); // <.>
    saw("asked again, the key taken out", 1, selector.select(2000));
    selector.selectedKeys().clear();
    saw("the way that needs no taking out", 1,
        selector.select(key -> {}, 2000)); // <.>
    // end::stale[]

    // tag::wake[]
    child.read(ByteBuffer.allocate(80));
    Thread waking = Thread.ofPlatform().start(selector::wakeup); // <.>
    saw("woken by another thread, ready are", 0,
        selector.select(key -> {}));
    // end::wake[]
    waking.join();

    child.close();
    saw("a channel has closed, keys are", 0, keysAfterSelect(selector));
    client.close();
    door.close();
    selector.close();
}

// A closed channel's key goes with the next select.
int keysAfterSelect(Selector selector) throws IOException {
    selector.selectNow();
    return selector.keys().size();
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
