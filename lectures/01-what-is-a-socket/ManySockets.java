///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Four sockets, one address, and three partners
// A socket has an address, but it is not its address: a server's four
// sockets share one. What tells them apart is who is at the other end.
// Slides: E-29e E-06a R-04c
// Claims: 2 43
void main() throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    ServerSocket server = new ServerSocket(0, 3, here);
    Set<Object> sockets = new HashSet<>(List.of(server));
    Set<SocketAddress> own =
        new HashSet<>(List.of(server.getLocalSocketAddress()));
    Set<SocketAddress> partners = new HashSet<>();
    List<Closeable> open = new ArrayList<>(List.of(server));

    for (int i = 0; i < 3; i++) {
        Socket client = new Socket(here, server.getLocalPort());
        Socket accepted = server.accept();
        sockets.add(accepted);
        own.add(accepted.getLocalSocketAddress());
        partners.add(accepted.getRemoteSocketAddress());
        open.addAll(List.of(client, accepted));
    }
    saw("sockets on the server's side", 4, sockets.size());
    saw("addresses that they have", 1, own.size());
    saw("partners", 3, partners.size());

    // All that we can have of a partner is its address; its socket
    // belongs to another process, or might.
    for (Closeable one : open) one.close();
}

void saw(String what, int expected, int seen) {
    IO.println("%s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
