///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The server asks the system which user is calling
// A client without a name is no stranger: the system knows whose
// process has called, and tells the server, whatever the client may
// say of itself. (Linux and macOS.)
// Slides: E-07c
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static jdk.net.ExtendedSocketOptions.SO_PEERCRED;

boolean allAsExpected = true;

void main() throws IOException {
    Path folder = Files.createTempDirectory("lecture-13-");
    Path file = folder.resolve("hello.sock");
    try (ServerSocketChannel server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        server.bind(UnixDomainSocketAddress.of(file), 5);
        var client = SocketChannel.open(server.getLocalAddress());
        SocketChannel child = server.accept();
        if (child.supportedOptions().contains(SO_PEERCRED)) {
            // tag::caller[]
            var user = child.getOption(SO_PEERCRED).user(); // <.>
            // end::caller[]
            saw("on a path, the caller is", "this user",
                user.equals(Files.getOwner(folder))
                    ? "this user" : "another");
        } else {
            IO.println("this system does not tell");
        }
        client.close();
        child.close();
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
        server.bind(new InetSocketAddress(loopback, 0));
        var client = SocketChannel.open(server.getLocalAddress());
        SocketChannel child = server.accept();
        saw("on a port, the caller is", "unknown",
            child.supportedOptions().contains(SO_PEERCRED)
                ? "told" : "unknown");
        client.close();
        child.close();
    }
    Files.delete(file);
    Files.delete(folder);
    if (!allAsExpected) System.exit(1);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    allAsExpected &= expected.equals(seen);
}
