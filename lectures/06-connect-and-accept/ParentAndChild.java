///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three children, one port, and a parent that goes on
// Two decks contradict each other: does an accepted socket get a port
// of its own, or does it share the parent's? Three clients call, and
// we ask each child for both ends of its connection.
// Slides: E-14a E-14b E-14c R-12e U-20a U-20b U-20d U-21a U-21b U-21c
// Claims: 69 70 71
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket parent = new ServerSocket(0, 5, loopback);
    String door = end(parent.getLocalSocketAddress());
    IO.println("the parent listens on " + door);

    List<Socket> clients = new ArrayList<>();
    List<Socket> children = new ArrayList<>();
    Set<String> pairs = new HashSet<>();
    for (int number = 1; number <= 3; number++) {
        Socket client = new Socket(loopback, parent.getLocalPort());
        Socket child = parent.accept();
        clients.add(client);
        children.add(child);

        // tag::ends[]
        String here = end(child.getLocalSocketAddress());
        String there = end(child.getRemoteSocketAddress());
        // end::ends[]
        IO.println("child " + number + ", from " + there);
        saw("  its own end is", door, here);
        saw("  its other end is",
            end(client.getLocalSocketAddress()), there);
        pairs.add(here + " " + there);
    }
    saw("different pairs of ends", "3", "" + pairs.size());

    for (int i = 0; i < 3; i++)
        children.get(i).getOutputStream().write('1' + i);
    String heard = "";
    for (Socket client : clients)
        heard += (char) client.getInputStream().read();
    saw("each child says its number, the clients hear", "123", heard);

    try (Socket fourth = new Socket(loopback, parent.getLocalPort());
            Socket child = parent.accept()) {
        saw("and the parent's next child is from",
            end(fourth.getLocalSocketAddress()),
            end(child.getRemoteSocketAddress()));
    }
    for (Socket client : clients) client.close();
    for (Socket child : children) child.close();
    parent.close();
}

String end(SocketAddress address) {
    InetSocketAddress a = (InetSocketAddress) address;
    return a.getAddress().getHostAddress() + " port " + a.getPort();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
