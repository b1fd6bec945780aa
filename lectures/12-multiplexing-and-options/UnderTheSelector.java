///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Which system call a waiting Selector waits in, live
// A thread waits, and Linux says in which system call: /proc has a
// file for that. Linux only.  UnderTheSelector [select|poll|epoll]
// Slides: P-14c P-14d
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

// The calls' numbers, on x86-64 and on 64-bit ARM.
static final Map<String, Map<Integer, String>> CALLS = Map.of(
    "amd64", Map.of(23, "select", 270, "select", 7, "poll",
        271, "poll", 232, "epoll", 281, "epoll", 441, "epoll"),
    "aarch64", Map.of(72, "select", 73, "poll", 22, "epoll",
        441, "epoll"));

void main(String... args) throws Exception {
    String way = args.length > 0 ? args[0] : "epoll";
    Map<Integer, String> calls = CALLS.get(
        System.getProperty("os.arch"));
    if (!System.getProperty("os.name").equals("Linux")
            || calls == null || !Files.isReadable(
                Path.of("/proc/thread-self/syscall"))) {
        IO.println("this system does not say where a thread waits");
        return;
    }
    // tag::provider[]
    if (way.equals("poll")) System.setProperty( // <.>
        "java.nio.channels.spi.SelectorProvider",
        "sun.nio.ch.PollSelectorProvider");
    // end::provider[]
    else if (!way.equals("epoll")) {
        System.err.println("way: Java has no Selector with " + way);
        System.exit(2);
    }

    ServerSocketChannel door = ServerSocketChannel.open().bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    door.configureBlocking(false);
    Selector selector = Selector.open();
    door.register(selector, SelectionKey.OP_ACCEPT);
    AtomicInteger ready = new AtomicInteger();
    Thread waiter = Thread.ofPlatform().name("waiter").start(() -> {
        try {
            ready.set(selector.select(key -> {}, 4000));
        } catch (IOException e) {
            IO.println("select: " + e.getMessage());
        }
    });

    IO.println("a thread waits, and nobody calls");
    saw("it waits in", way, whereItWaits("waiter", calls));
    SocketChannel client = SocketChannel.open(door.getLocalAddress());
    waiter.join();
    saw("somebody calls, ready are", "1", ready.toString());
    client.close();
    selector.close();
    door.close();
}

// tag::where[]
String whereItWaits(String name, Map<Integer, String> calls)
        throws Exception {
    long last = System.nanoTime() + 2_000_000_000L;
    String seen = "nothing";
    while (seen.equals("nothing") && System.nanoTime() < last) {
        Thread.sleep(2);
        for (File task : new File("/proc/self/task").listFiles()) {
            Path at = task.toPath();
            String called = Files.readString(at.resolve("comm"));
            if (!called.strip().equals(name)) continue; // <.>
            String first = Files.readString(at.resolve("syscall"))
                .split("\\s")[0]; // <.>
            if (first.matches("\\d+"))
                seen = calls.getOrDefault(Integer.valueOf(first), seen);
        }
    }
    return seen;
}
// end::where[]

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
