///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Names from a file of our own: the kernel is never asked
// Who turns names into addresses? Not the kernel: a library in our
// own process. Java's can be given a file in place of the system's,
// and then knows a name that no name server could ever have.
// Slides: E-09b E-09c E-10a P-14a
// Claims: 31
void main() throws IOException {
    Path hosts = Files.createTempFile("hosts", ".txt");
    try {
        // Addresses reserved for documentation: nobody has them, and
        // to look a name up is not to call it.
        Files.writeString(hosts, """
            192.0.2.50  two..doors
            192.0.2.51  two..doors
            127.0.0.1   here..now
            """);
        // Read once, before the first lookup of this process.
        System.setProperty("jdk.net.hosts.file", hosts.toString());

        saw("two..doors", "192.0.2.50 192.0.2.51", "two..doors");
        saw("here..now", "127.0.0.1", "here..now");
        saw("no..such", "unknown", "no..such");

        // What is an address already passes by the file.
        saw("192.0.2.60", "192.0.2.60", "192.0.2.60");

        // And the kernel? It gets four bytes, never the name.
        try (ServerSocket server = new ServerSocket(
                0, 5, InetAddress.getByName("here..now"))) {
            Socket client =
                new Socket("here..now", server.getLocalPort());
            byte[] address = client.getInetAddress().getAddress();
            IO.println("the socket has: expected [127, 0, 0, 1], saw "
                + Arrays.toString(address));
            client.close();
        }
    } finally {
        Files.delete(hosts);
    }
}

void saw(String what, String expected, String name) {
    String seen;
    try {
        seen = Stream.of(InetAddress.getAllByName(name))
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(" "));
    } catch (UnknownHostException e) {
        seen = "unknown";
    }
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
