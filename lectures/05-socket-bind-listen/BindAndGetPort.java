///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Port 0: the system chooses, the program asks
// Port 0 means "any free one": the system chooses, and the program has
// to ask which, or nobody can be told. Then two binds that must fail.
// Slides: E-43a E-47b E-48a E-48b E-48c E-50a R-07b U-17d
// Claims: 59
void main() throws IOException {
    // tag::socket[]
    ServerSocket server = new ServerSocket();
    // end::socket[]
    // tag::bind[]
    // tag::listen[]
    var wildcard = new InetSocketAddress("0.0.0.0", 0); // <.>
    server.bind(wildcard, 5);
    // end::listen[]
    // end::bind[]

    // tag::getsockname[]
    int port = server.getLocalPort(); // <.>
    String address = server.getInetAddress().getHostAddress();
    IO.println("the server's name: " + address + " port " + port);
    // end::getsockname[]
    saw("the address", "0.0.0.0", address);
    saw("is the port still 0?", "no", port == 0 ? "yes" : "no");

    // What was printed is what a client needs, but for the address:
    // it names one, and the wildcard is all of this machine's.
    new Socket("127.0.0.1", port).close();
    IO.println("a client of 127.0.0.1 port " + port + " is connected");

    refused("a port that is taken", "127.0.0.1", port);
    // Reserved for documentation: no machine has this address.
    refused("an address of nobody", "192.0.2.1", 0);
    server.close();
}

void refused(String what, String address, int port)
        throws IOException {
    String seen = "bound";
    try (ServerSocket another = new ServerSocket()) {
        another.bind(new InetSocketAddress(address, port));
    } catch (BindException e) {
        seen = "refused";
        IO.println("bind: " + e.getMessage());
    }
    saw(what, "refused", seen);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
