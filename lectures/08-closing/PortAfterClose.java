///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A closed server's port: TIME_WAIT and children keep it
// Does close free the port? Not while a child has it, and not for a
// minute after, if the server was the first to close. SO_REUSEADDR
// before bind helps; on Linux, only if the server before said it, too.
// (Other systems have other rules: this shows what Linux does.)
// Slides: E-67d
// Claims: 90
void main() throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
        IO.println("this shows what Linux does; here it is another");
        return;
    }
    saw("both ask, a child is alive", "it is free",
        next(true, true, true));
    saw("both ask, in TIME_WAIT", "it is free",
        next(true, false, true));
    saw("only the first asks, in TIME_WAIT", "it is in use",
        next(true, false, false));
    saw("only the second asks, in TIME_WAIT", "it is in use",
        next(false, false, true));
    saw("nobody asks, a child is alive", "it is in use",
        next(false, true, false));
}

String next(boolean first, boolean alive, boolean second)
        throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(first);
    server.bind(new InetSocketAddress(loopback, 0), 5);
    SocketAddress address = server.getLocalSocketAddress();

    Socket client = new Socket(loopback, server.getLocalPort());
    Socket child = server.accept();
    server.close();
    if (!alive) {
        // who closes first waits: here it is the server's side
        child.close();
        client.getInputStream().read();
        client.close();
    }

    // tag::reuse[]
    try (ServerSocket again = new ServerSocket()) {
        again.setReuseAddress(second);
        again.bind(address, 5);
        return "it is free";
    } catch (BindException e) {
        return "it is in use";
    } finally {
        client.close();
        child.close();
    }
    // end::reuse[]
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
