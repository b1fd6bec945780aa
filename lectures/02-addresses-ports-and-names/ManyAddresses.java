///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One machine, several addresses, and the door one came by
// An address belongs to an interface, and a machine has several: all
// of 127.0.0.0/8 is this machine on Linux. A server at the wildcard
// is reached by each, and learns by which. At one, by that one only.
// Slides: E-10b E-10c R-05c R-05g E-32d P-06e
// Claims: 26 27
void main() throws IOException {
    // tag::list[]
    long addresses = NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses).count();
    // end::list[]
    saw("addresses of this machine", "some",
        addresses > 0 ? "some" : "none");

    List<String> doors = List.of("127.0.0.1", "127.0.0.2");
    if (!System.getProperty("os.name").startsWith("Linux")) {
        IO.println("only Linux has 127.0.0.2 without asking for it");
        doors = List.of("127.0.0.1");
    }
    // tag::wildcard[]
    ServerSocket everywhere = new ServerSocket();
    everywhere.bind(new InetSocketAddress("0.0.0.0", 0));
    saw("the server is bound to the wildcard", "yes",
        everywhere.getInetAddress().isAnyLocalAddress()
            ? "yes" : "no");
    for (String door : doors)
        try (Socket client = call(door, everywhere.getLocalPort())) {
            Socket accepted = everywhere.accept();
            saw("called by " + door,
                client.getInetAddress().getHostAddress(),
                accepted.getLocalAddress().getHostAddress());
            accepted.close();
        }
    // end::wildcard[]
    everywhere.close();

    ServerSocket one = new ServerSocket();
    one.bind(new InetSocketAddress("127.0.0.1", 0));
    for (String door : doors) {
        String seen = "an answer";
        try (Socket client = call(door, one.getLocalPort())) {
            seen = client.isConnected() ? "an answer" : "none";
        } catch (ConnectException e) {
            seen = e.getMessage();
        }
        saw("a server at 127.0.0.1, called by " + door,
            door.equals("127.0.0.1") ? "an answer"
                : "Connection refused", seen);
    }
    one.close();
}

Socket call(String host, int port) throws IOException {
    return new Socket(InetAddress.ofLiteral(host), port);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
