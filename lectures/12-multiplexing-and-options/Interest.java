///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A write that takes a part, and when to ask for the rest
// A slow reader must not make us wait: what it does not take is ours
// to keep, and room for more is a thing to be told. But only while
// there is something to write, or we are told without end.
// Slides: P-14c P-14d
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    ServerSocketChannel door = ServerSocketChannel.open().bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    SocketChannel client = SocketChannel.open(door.getLocalAddress());
    SocketChannel child = door.accept();
    child.configureBlocking(false);
    // a small room, so that every system can be seen to fill it
    child.setOption(StandardSocketOptions.SO_SNDBUF, 65536);
    Selector selector = Selector.open();
    SelectionKey key = child.register(selector, SelectionKey.OP_READ);

    // tag::ask[]
    saw("asked for reading, 50 ms: ready", 0,
        selector.select(k -> {}, 50)); // <.>
    key.interestOps(SelectionKey.OP_WRITE);
    int told = 0;
    for (int i = 0; i < 1000; i++)
        told += selector.select(k -> {}, 50); // <.>
    saw("asked for writing, 1000 times: ready", 1000, told);
    // end::ask[]

    int size = 8 << 20;
    ByteBuffer owed = ByteBuffer.allocate(size);
    ByteBuffer some = ByteBuffer.allocate(65536);
    // the client's system takes some in, and that makes room again
    int ready = 1;
    while (ready > 0 && owed.hasRemaining()) {
        while (child.write(owed) > 0) continue;
        ready = selector.select(k -> {}, 50);
    }
    saw("written, and nobody reads", "a part", amount(owed));
    saw("asked for writing, 50 ms: ready", 0, ready);

    client.configureBlocking(false); // one thread plays both parts
    int turns = 0;
    int got = 0;
    long last = System.nanoTime() + 4_000_000_000L;
    while (got < size && System.nanoTime() < last) {
        // tag::rest[]
        if (selector.selectNow(k -> {}) > 0) { // <.>
            child.write(owed); // <.>
            turns++;
            if (!owed.hasRemaining())
                key.interestOps(SelectionKey.OP_READ); // <.>
        }
        // end::rest[]
        got += client.read(some.clear());
    }
    saw("written, and somebody reads", "all", amount(owed));
    saw("in more than one turn", true, turns > 1);
    saw("asked for reading again, 50 ms: ready", 0,
        selector.select(k -> {}, 50));
    selector.close();
    child.close();
    client.close();
    door.close();
}

String amount(ByteBuffer owed) {
    return owed.position() == 0 ? "nothing"
        : owed.hasRemaining() ? "a part" : "all";
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
