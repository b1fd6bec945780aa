///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A connect that gets no answer, and one that gets a no
// connect waits until the other system has answered. A full queue is
// how one gets no answer on one's own machine: Linux then says
// nothing, in the hope that there is room soon. Linux only.
// Slides: E-53 E-56 R-10a R-10c R-11c U-14c U-24e U-24g U-27b
// Claims: 60 74
void main() throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("elsewhere a full queue may answer, with a no");
        return;
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 1, loopback);
    SocketAddress door = server.getLocalSocketAddress();

    List<Socket> waiting = new ArrayList<>();
    Socket client = new Socket();
    while (waiting.size() < 9
            && connected(client, door).equals("connected")) {
        waiting.add(client);
        client = new Socket();
    }
    IO.println("the queue of the server is full");

    long begun = System.nanoTime();
    saw("connect, waiting 300 ms",
        "no answer", connected(new Socket(), door));
    long millis = (System.nanoTime() - begun) / 1_000_000;
    saw("it took at least that long", "yes",
        millis >= 300 ? "yes" : "no");

    server.accept().close();
    saw("the server takes one from the queue, connect",
        "connected", connected(new Socket(), door));

    server.close();
    saw("the server closes, connect",
        "refused", connected(new Socket(), door));
    for (Socket one : waiting) one.close();
}

String connected(Socket client, SocketAddress door)
        throws IOException {
    try {
        // tag::connect[]
        client.connect(door, 300);
        return "connected";
    } catch (SocketTimeoutException e) {
        client.close();
        return "no answer";
    } catch (ConnectException e) {
        client.close();
        return "refused";
        // end::connect[]
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
