///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The exam question: eight differences, each one measured
// The exam asks for eight differences between stream and datagram
// sockets. Both kinds are asked the same; what they answer is the
// table. Where both answer alike there is no difference, whatever list
// says so.
// Slides: E-75a E-75c E-75d E-75e E-75f E-75g E-75h E-75i E-75j E-75k
// Slides: E-03b E-70a E-70b E-70d K-02d K-02e P-07a P-07d U-13b U-13c
// Claims: 101 103 104 105 106 108
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.util.concurrent.*;

int differences;

void main() throws Exception {
    Socket deaf = new Socket(); // it has a port, and does not listen
    deaf.bind(here());
    SocketAddress nobody = deaf.getLocalSocketAddress();

    IO.println(" ".repeat(38) + "stream  datagram");
    // tag::differences[]
    row("sends, though nobody is there", "no yes",
        (a, b) -> send(SocketChannel.open(nobody), 5) == 5,
        (a, b) -> datagrams().send(some(5), nobody) == 5);
    row("hears two callers with one socket", "no yes",
        (a, b) -> {
            send(SocketChannel.open(b.getLocalAddress()), 5); // <.>
            return receive(b) == 5;
        },
        (a, b) -> {
            send(a, 5);
            datagrams().send(some(7), b.getLocalAddress());
            return receive(b) + receive(b) == 12;
        });
    row("sees that the other has closed", "yes no",
        (a, b) -> { a.close(); return receive(b) < 0; });
    row("merges two sends into one read", "yes no", (a, b) -> {
        for (int tries = 0; tries < 20; tries++) { // <.>
            send(a, 5);
            send(a, 5);
            if (receive(b) == 10) return true;
            receive(b);
        }
        return false;
    });
    row("delivers an empty message", "no yes",
        (a, b) -> send(a, 0) == 0 && receive(b) == 0,
        (a, b) -> datagrams() // a is connected: see EmptyDatagram
            .send(some(0), b.getLocalAddress()) == 0
            && receive(b) == 0);
    row("takes 65507 bytes in one send", "yes yes",
        (a, b) -> send(a, 65_507) == 65_507);
    row("takes 65508 bytes in one send", "yes no",
        (a, b) -> send(a, 65_508) == 65_508);
    row("lets the sender run ahead", "no yes",
        (a, b) -> sendMuch(a)); // <.>
    row("delivers all, however late we read", "yes no", (a, b) -> {
        Thread.ofVirtual().start(new FutureTask<>(() -> sendMuch(a)))
            .join(Duration.ofMillis(50));
        for (int left = 200 * 60_000; left > 0; ) left -= receive(b);
        return true;
    });
    // end::differences[]

    IO.println("and three that the slide lists, too:");
    // tag::alike[]
    row("answers on the same socket", "yes yes",
        (a, b) -> send(b, 5) == 5 && receive(a) == 5,
        (a, b) -> b.send(some(5), a.getLocalAddress()) == 5
            && receive(a) == 5);
    row("returns at once with nothing there", "no no",
        (a, b) -> receive(b) == 0);
    row("lends its port to a second one", "no no",
        (a, b) -> ServerSocketChannel.open()
            .bind(b.getLocalAddress()).isOpen(),
        (a, b) -> DatagramChannel.open()
            .bind(b.getLocalAddress()).isOpen());
    // end::alike[]
    IO.println("differences: expected 8 of 12, saw " + differences);
}

/** What one asks: a can send to b. */
interface Asked<C> {
    boolean answer(C a, C b) throws Exception;
}

void row(String asked, String expected, Asked<ByteChannel> both)
        throws Exception {
    row(asked, expected, both::answer, both::answer);
}

void row(String asked, String expected, Asked<SocketChannel> stream,
        Asked<DatagramChannel> datagram) throws Exception {
    String[] wanted = expected.split(" ");
    String one, two;
    try (var door = ServerSocketChannel.open().bind(here());
            var a = SocketChannel.open(door.getLocalAddress());
            var b = door.accept()) {
        one = answer(() -> stream.answer(a, b), wanted[0]);
    }
    try (var a = datagrams(); var b = datagrams()) {
        a.connect(b.getLocalAddress());
        two = answer(() -> datagram.answer(a, b), wanted[1]);
    }
    IO.println("%-37s %-7s %s".formatted(asked, one, two));
    if (!one.equals(two)) differences++;
    if (expected.equals(one + " " + two)) return;
    IO.println("    expected " + expected);
    System.exit(1);
}

/** An error is a no, and so is to wait for ever, or for so long. */
String answer(Callable<Boolean> asked, String expected)
        throws InterruptedException {
    var task = new FutureTask<>(asked);
    Thread.ofVirtual().start(task);
    try {
        int millis = expected.equals("yes") ? 5000 : 100;
        return task.get(millis, TimeUnit.MILLISECONDS) ? "yes" : "no";
    } catch (ExecutionException | TimeoutException e) {
        return "no";
    }
}

int send(ByteChannel to, int bytes) throws IOException {
    ByteBuffer data = some(bytes);
    while (data.hasRemaining()) to.write(data);
    return bytes;
}

boolean sendMuch(ByteChannel to) throws IOException {
    for (int i = 0; i < 200; i++) send(to, 60_000);
    return true;
}

int receive(ByteChannel from) throws IOException {
    ByteBuffer room = some(70_000);
    if (!(from instanceof DatagramChannel d)) return from.read(room);
    d.receive(room);
    return room.position();
}

ByteBuffer some(int bytes) {
    return ByteBuffer.allocate(bytes);
}

DatagramChannel datagrams() throws IOException {
    return DatagramChannel.open().bind(here());
}

SocketAddress here() {
    return new InetSocketAddress("127.0.0.1", 0);
}
