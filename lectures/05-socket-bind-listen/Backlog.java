///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION How many callers may wait, and how many may come
// listen's number is the length of a queue: of callers who are already
// connected while nobody has accepted them. It is a wish, and it says
// nothing about how many are served in all.  Backlog [NUMBER]
// Slides: R-08b U-18c U-18d
// Claims: 56
InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String... args) throws IOException {
    int backlog = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    ServerSocket server = new ServerSocket(0, backlog, loopback);

    List<Socket> waiting = callers(server);
    IO.println("backlog " + backlog + ": " + waiting.size()
        + " are connected, and nobody has accepted");
    saw("the queue has an end", "yes",
        waiting.size() < 100 ? "yes" : "no");

    // Take them out of the queue, and there is room again.
    for (int i = 0; i < waiting.size(); i++) server.accept().close();
    List<Socket> later = callers(server);
    saw("all accepted, more may come", "yes",
        later.isEmpty() ? "no" : "yes");

    for (Socket one : waiting) one.close();
    for (Socket one : later) one.close();
    server.close();
}

// Calls until one is not answered, but a hundred times at most.
List<Socket> callers(ServerSocket server) throws IOException {
    List<Socket> connected = new ArrayList<>();
    while (connected.size() < 100) {
        Socket caller = new Socket();
        try {
            caller.connect(server.getLocalSocketAddress(), 300);
        } catch (SocketTimeoutException | ConnectException full) {
            caller.close();
            break;
        }
        connected.add(caller);
    }
    return connected;
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
