///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A socket made with a name tries one address of several
// A name with two addresses, and a server at the second. To write
// new Socket(name, port) is handy, and gives up after the first; who
// asks for all addresses and tries them in turn gets in.
// Slides: R-05f E-09a
void main() throws IOException {
    Path hosts = Files.createTempFile("hosts", ".txt");
    Files.writeString(hosts, """
        ::1         two..doors
        127.0.0.1   two..doors
        """);
    // Both are read once, with the first address of this process.
    System.setProperty("jdk.net.hosts.file", hosts.toString());
    System.setProperty("java.net.preferIPv6Addresses", "true");

    try (ServerSocket server = new ServerSocket(
            0, 5, InetAddress.getByName("127.0.0.1"))) {
        int port = server.getLocalPort();
        String byName = "connected";
        try {
            new Socket("two..doors", port).close();
        } catch (ConnectException e) {
            byName = "refused";
        }
        saw("by its name", "refused", byName);

        int tried = 0;
        String inTurn = "refused";
        for (InetAddress a : InetAddress.getAllByName("two..doors")) {
            tried++;
            try {
                new Socket(a, port).close();
                inTurn = "connected";
                break;
            } catch (ConnectException e) {
                IO.println("one of them: " + e.getMessage());
            }
        }
        saw("its addresses in turn", "connected", inTurn);
        saw("addresses that were tried", "2", "" + tried);
    } finally {
        Files.delete(hosts);
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
