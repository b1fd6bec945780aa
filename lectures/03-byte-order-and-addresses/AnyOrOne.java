///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The slides' two addresses, bound: who reaches which?
// INADDR_ANY is reached at each address of the machine, 127.59.69.7 at
// none but itself. And port 0 becomes a port. Linux, where all of
// 127.x.y.z is this machine; others have 127.0.0.1 only.
// Slides: E-45a E-45b E-45e E-45f
// Claims: 38 39
void main() throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("only on Linux: elsewhere it is 127.0.0.1 alone");
        return;
    }
    IO.println("example I, bound to any address");
    try (ServerSocket any = bound("0.0.0.0")) {
        called(any, "127.0.0.1", "connected");
        called(any, "127.0.0.2", "connected");
        called(any, "127.59.69.7", "connected");
    }
    IO.println("example II, bound to 127.59.69.7");
    try (ServerSocket one = bound("127.59.69.7")) {
        called(one, "127.0.0.1", "refused");
        called(one, "127.0.0.2", "refused");
        called(one, "127.59.69.7", "connected");
    }
}

// To port 0, so the system chooses.
ServerSocket bound(String address) throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(address, 0));
    saw("the port is", "not 0",
        server.getLocalPort() == 0 ? "0" : "not 0");
    return server;
}

void called(ServerSocket server, String address, String expected)
        throws IOException {
    String seen = "connected";
    try (Socket caller = new Socket()) {
        int port = server.getLocalPort();
        caller.connect(new InetSocketAddress(address, port), 3000);
    } catch (ConnectException e) {
        seen = "refused";
    }
    saw("called at " + address, expected, seen);
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
