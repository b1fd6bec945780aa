///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three ways to wait at a queue, and who comes out first
// accept() takes the first of those who wait. If nobody waits, it
// does, for as long as you like: not at all, until a deadline, or
// until somebody calls.
// Slides: E-51 E-52b R-09a R-09b R-09c R-12a R-12f U-19c K-13b
// Claims: 67 68
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

void main() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(loopback, 0), 5);
    SocketAddress door = server.getLocalAddress();

    server.configureBlocking(false);
    SocketChannel child = server.accept();
    saw("nobody called, not waiting",
        "nobody", child == null ? "nobody" : "somebody");
    server.configureBlocking(true);

    long begun = System.nanoTime();
    String seen = "somebody";
    try {
        server.socket().setSoTimeout(100);
        server.socket().accept();
    } catch (SocketTimeoutException e) {
        seen = "nobody";
    }
    long millis = (System.nanoTime() - begun) / 1_000_000;
    saw("nobody called, waiting 100 ms", "nobody", seen);
    saw("it took at least that long", true, millis >= 100);

    AtomicBoolean called = new AtomicBoolean();
    Thread caller = Thread.ofPlatform().start(() -> {
        try {
            Thread.sleep(50); // a late caller, that is the point
            called.set(true);
            SocketChannel.open(door).close();
        } catch (Exception e) {
            IO.println("connect: " + e.getMessage());
        }
    });
    server.accept().close();
    saw("waiting until somebody calls, somebody has",
        true, called.get());
    caller.join();

    List<SocketChannel> clients = new ArrayList<>();
    for (int i = 1; i <= 5; i++) clients.add(SocketChannel.open(door));
    IO.println("five have called, nobody has accepted");
    for (SocketChannel client : clients) {
        child = server.accept();
        saw("accept gives",
            port(client.getLocalAddress()),
            port(child.getRemoteAddress()));
        child.close();
        client.close();
    }
    server.close();
}

String port(SocketAddress address) {
    return "port " + ((InetSocketAddress) address).getPort();
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
