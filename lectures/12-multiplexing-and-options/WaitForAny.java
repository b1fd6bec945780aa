///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One thread waits for any of three sockets, of three kinds
// Three sockets and one thread: a call, a byte or a datagram may come
// next, and nobody knows which. It waits for any of them, and is told
// who is ready.
// Slides: P-14c
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    InetSocketAddress any =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ServerSocketChannel door = ServerSocketChannel.open().bind(any);
    DatagramChannel mailbox = DatagramChannel.open().bind(any);
    SocketChannel client = SocketChannel.open(door.getLocalAddress());
    SocketChannel connection = door.accept();
    ByteBuffer some = ByteBuffer.allocate(80);

    // tag::watch[]
    Selector selector = Selector.open(); // <.>
    door.configureBlocking(false); // <.>
    connection.configureBlocking(false);
    mailbox.configureBlocking(false);
    door.register(selector, SelectionKey.OP_ACCEPT, "door");
    connection.register(selector, SelectionKey.OP_READ, "connection");
    mailbox.register(selector, SelectionKey.OP_READ, "mailbox");
    // end::watch[]

    long begun = System.nanoTime();
    saw("nothing happens, 100 ms", "nobody", ready(selector, 100));
    long millis = (System.nanoTime() - begun) / 1_000_000;
    saw("it took at least that long", true, millis >= 100);

    SocketChannel second = SocketChannel.open(door.getLocalAddress());
    await("somebody calls", "door", selector);
    await("asked again, nothing done", "door", selector);
    door.accept().close();
    saw("accepted", "nobody", ready(selector, 0));

    client.write(ByteBuffer.wrap(new byte[] {'!'}));
    await("a byte comes", "connection", selector);
    DatagramChannel writer = DatagramChannel.open();
    writer.send(ByteBuffer.wrap(new byte[] {'?'}),
        mailbox.getLocalAddress());
    await("a datagram, too", "connection mailbox", selector);
    SocketChannel third = SocketChannel.open(door.getLocalAddress());
    await("and a call", "connection door mailbox", selector);

    connection.read(some);
    mailbox.receive(some);
    door.accept().close();
    saw("all served", "nobody", ready(selector, 0));
    for (Closeable end : List.of(client, second, third, writer,
            connection, mailbox, door, selector)) end.close();
}

// tag::wait[]
String ready(Selector selector, long millis) throws IOException {
    List<Object> names = new ArrayList<>();
    if (millis > 0)
        selector.select(k -> names.add(k.attachment()), millis); // <.>
    else
        selector.selectNow(k -> names.add(k.attachment())); // <.>
    return text(names);
}
// end::wait[]

String text(List<Object> names) {
    return names.isEmpty() ? "nobody" : names.stream().sorted()
        .map(Object::toString).collect(Collectors.joining(" "));
}

// What has been sent may need a moment: two seconds is our last word.
void await(String what, String expected, Selector selector)
        throws IOException {
    long last = System.nanoTime() + 2_000_000_000L;
    String seen = ready(selector, 100);
    while (!seen.equals(expected) && System.nanoTime() < last)
        seen = ready(selector, 100);
    saw(what, expected, seen);
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
