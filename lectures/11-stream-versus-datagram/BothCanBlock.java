///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three ways to wait, and neither kind of socket minds
// A stream is synchronous, a datagram asynchronous, says the slide.
// One reader of each kind waits for ever, not at all, and for 50 ms:
// whether a read waits is the reader's choice; the kind has no say.
// Slides: E-75d
// Claims: 102
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.util.concurrent.*;

import static java.nio.charset.StandardCharsets.US_ASCII;

void main() throws Exception {
    var any = new InetSocketAddress("127.0.0.1", 0);
    var door = ServerSocketChannel.open().bind(any);
    var caller = SocketChannel.open(door.getLocalAddress());
    threeWays("stream", door.accept(), caller);

    var right = DatagramChannel.open().bind(any);
    var left = DatagramChannel.open().bind(any)
        .connect(right.getLocalAddress());
    right.connect(left.getLocalAddress());
    threeWays("datagram", right, left);
}

<C extends SelectableChannel & ByteChannel> void threeWays(
        String kind, C reader, C writer) throws Exception {
    // tag::blocking[]
    var reading = new FutureTask<>(() -> read(reader));
    Thread.ofVirtual().start(reading); // <.>
    String seen;
    try {
        seen = reading.get(50, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
        seen = "waits";
    }
    saw(kind, "blocking, nothing there", "waits", seen);
    write(writer, "hello");
    seen = reading.get(5, TimeUnit.SECONDS);
    saw(kind, "blocking, hello was sent", "hello", seen);
    // end::blocking[]

    // tag::nonblocking[]
    reader.configureBlocking(false); // <.>
    saw(kind, "non-blocking, nothing there", "nothing", read(reader));
    // end::nonblocking[]

    // tag::limit[]
    Selector watch = Selector.open();
    reader.register(watch, SelectionKey.OP_READ);
    seen = watch.select(50) == 0 ? "gives up" : read(reader); // <.>
    saw(kind, "50 ms, nothing there", "gives up", seen);
    write(writer, "again");
    seen = watch.select(5000) == 0 ? "gives up" : read(reader);
    saw(kind, "5000 ms, again was sent", "again", seen);
    // end::limit[]
}

String read(ByteChannel from) throws IOException {
    ByteBuffer room = ByteBuffer.allocate(512);
    if (from.read(room) == 0) return "nothing";
    return US_ASCII.decode(room.flip()).toString();
}

void write(ByteChannel to, String text) throws IOException {
    to.write(US_ASCII.encode(text));
}

void saw(String kind, String how, String expected, String seen) {
    IO.println("%-8s %-27s expected %s, saw %s".formatted(
        kind, how, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
