///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What it means to be ready, and what it does not mean
// Ready to read means: a read would not wait. It may bring a byte, the
// end or an error. Ready to write means: there is room for some.
// Slides: P-14c P-14d
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

ServerSocketChannel door;
SocketChannel client;
SocketChannel child;
Selector selector;

void main() throws IOException {
    door = ServerSocketChannel.open().bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    connect();
    await("nothing has come", "write");
    client.write(ByteBuffer.wrap(new byte[2]));
    await("two bytes have come", "read write");
    await("asked again", "read write");
    saw("a read brings", "1", read(1));
    await("one is left", "read write");
    saw("a read brings", "1", read(80));
    await("none is left", "write");
    client.shutdownOutput();
    await("the client has ended", "read write");
    saw("a read brings", "the end", read(80));
    await("asked again", "read write");
    close();

    connect();
    ByteBuffer much = ByteBuffer.allocate(16 << 20);
    // the client's system takes some in, and that makes room again
    do while (child.write(much) > 0) continue;
    while (selector.select(k -> {}, 50) > 0 && much.hasRemaining());
    await("all buffers are full", "nothing");
    client.setOption(StandardSocketOptions.SO_LINGER, 0);
    client.close();
    await("the client has broken off", "read write");
    saw("a read brings", "an error", read(80));
    close();
    door.close();
}

void connect() throws IOException {
    client = SocketChannel.open(door.getLocalAddress());
    child = door.accept();
    child.configureBlocking(false);
    selector = Selector.open();
    child.register(selector,
        SelectionKey.OP_READ | SelectionKey.OP_WRITE);
}

// tag::ask[]
String state() throws IOException {
    StringJoiner state = new StringJoiner(" ");
    selector.selectNow(key -> { // <.>
        if (key.isReadable()) state.add("read");
        if (key.isWritable()) state.add("write");
    });
    return state.length() == 0 ? "nothing" : state.toString();
}
// end::ask[]

String read(int most) {
    try {
        int n = child.read(ByteBuffer.allocate(most));
        return n < 0 ? "the end" : String.valueOf(n);
    } catch (IOException e) {
        return "an error";
    }
}

void close() throws IOException {
    selector.close();
    child.close();
    client.close();
}

// What has been sent may need a moment: two seconds is our last word.
void await(String what, String expected) throws IOException {
    long last = System.nanoTime() + 2_000_000_000L;
    String seen = state();
    while (!seen.equals(expected) && System.nanoTime() < last) {
        Thread.onSpinWait();
        seen = state();
    }
    saw(what + ", it can", expected, seen);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
