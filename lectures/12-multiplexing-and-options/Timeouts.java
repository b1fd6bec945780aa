///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A limit for each read, and a deadline for all of them
// A read that may wait for ever needs a limit. But a limit for each
// read is none for the conversation: who sends a byte now and then
// keeps you for as long as he likes. A deadline is for all of it.
// Slides: P-14f P-14c U-08b
import java.util.concurrent.atomic.AtomicBoolean;

static final int SIZE = 24;

void main() throws Exception {
    ServerSocket door = new ServerSocket(
        0, 5, InetAddress.getLoopbackAddress());
    Socket client = new Socket(
        door.getInetAddress(), door.getLocalPort());
    Socket child = door.accept();
    InputStream in = child.getInputStream();

    // tag::limit[]
    saw("limit at first", "none", limit(child.getSoTimeout()));
    child.setSoTimeout(100); // <.>
    saw("limit set, read back", "100 ms", limit(child.getSoTimeout()));
    long begun = System.nanoTime();
    String seen = "something";
    try {
        in.read();
    } catch (SocketTimeoutException e) { // <.>
        seen = "time is up";
    }
    // end::limit[]
    saw("nothing comes, a read answers", "time is up", seen);
    saw("it took at least that long", true, millis(begun) >= 100);
    client.getOutputStream().write('!');
    child.setSoTimeout(2000);
    saw("the socket still works, a read brings", "!",
        Character.toString(in.read()));

    child.setSoTimeout(1000);
    AtomicBoolean over = new AtomicBoolean();
    begun = System.nanoTime();
    Thread dripping = drip(client, over);
    byte[] message = in.readNBytes(SIZE); // <.>
    saw("a byte each 50 ms, a limit of 1 s for each read: bytes",
        SIZE, message.length);
    saw("all of them took longer than 1 s", true,
        millis(begun) > 1000);

    // tag::deadline[]
    long deadline = System.nanoTime() + 200_000_000L;
    seen = "the whole";
    try {
        for (int have = 0; have < 1000; have++) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new SocketTimeoutException(); // <.>
            child.setSoTimeout((int) left); // <.>
            in.read();
        }
    } catch (SocketTimeoutException e) {
        seen = "time is up";
    }
    // end::deadline[]
    saw("1000 bytes of the same, within 200 ms",
        "time is up", seen);

    over.set(true);
    dripping.join();
    client.close();
    child.close();
    door.close();
}

// A byte now and then, 100 at most, so that it ends in any case.
Thread drip(Socket client, AtomicBoolean over) {
    return Thread.ofPlatform().start(() -> {
        try {
            for (int i = 0; i < 100 && !over.get(); i++) {
                Thread.sleep(50);
                client.getOutputStream().write('.');
            }
        } catch (Exception e) {
            IO.println("write: " + e.getMessage());
        }
    });
}

String limit(int millis) {
    return millis == 0 ? "none" : millis + " ms";
}

long millis(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
