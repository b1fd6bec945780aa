///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION 16 MiB each way: how two sides get stuck, and how not to
// Both sides have 16 MiB to say. If each says all before it listens,
// both get stuck: nobody empties the buffers into which they write.
// If each reads while it writes, both get all of it, byte for byte.
// Slides: R-14b U-24f U-28a U-28b U-29a U-29b U-31c
// Claims: 78 79
byte[] message = new byte[16 << 20];

interface Side {
    void talk(Socket socket) throws Exception;
}

void main() throws Exception {
    new Random(79).nextBytes(message);

    IO.println("16 MiB each way: write all, then read");
    converse("stuck", 300, this::writeThenRead);

    IO.println("16 MiB each way: read while writing");
    converse("all was read", 20000, this::readWhileWriting);
}

// tag::stuck[]
void writeThenRead(Socket socket) throws Exception {
    socket.getOutputStream().write(message); // <.>
    readAll(socket);
}
// end::stuck[]

// tag::cured[]
void readWhileWriting(Socket socket) throws Exception {
    var writer = new FutureTask<>(() -> {
        socket.getOutputStream().write(message); // <.>
        return "written";
    });
    Thread.startVirtualThread(writer);
    readAll(socket);
    writer.get(); // <.>
}
// end::cured[]

void readAll(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] data = new byte[65536];
    for (int length = 0; length < message.length; ) {
        int n = in.read(data);
        if (n < 0) throw new EOFException("too early");
        if (!Arrays.equals(message, length, length + n, data, 0, n))
            throw new IOException("not what was sent");
        length += n;
    }
}

void converse(String expected, int limit, Side side)
        throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, listening.getLocalPort());
            Socket server = listening.accept()) {
        // a small room, so that no system holds all of it
        client.setSendBufferSize(65536);
        server.setSendBufferSize(65536);
        long deadline = System.nanoTime() + limit * 1_000_000L;
        FutureTask<String> one = start(side, client);
        FutureTask<String> other = start(side, server);
        saw("client", expected, outcome(one, deadline));
        saw("server", expected, outcome(other, deadline));
    } // closing the sockets frees whoever is stuck
}

FutureTask<String> start(Side side, Socket socket) {
    var task = new FutureTask<>(() -> {
        side.talk(socket);
        return "all was read";
    });
    Thread.startVirtualThread(task);
    return task;
}

String outcome(FutureTask<String> task, long deadline)
        throws Exception {
    try {
        long left = Math.max(deadline - System.nanoTime(), 0);
        return task.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
        return "stuck";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
