///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One handler for a path, for IPv4 and for IPv6
// One conversation in three families. What differs is the address, and
// who can use it; server, client and handler stay as they are.
// Slides: E-07c E-07d E-30b E-30d
// Claims: 7
import java.net.ProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

// tag::handle[]
void handle(SocketChannel client) throws IOException {
    String said = UTF_8.decode(all(client)).toString();
    client.write(UTF_8.encode(said.toUpperCase()));
    client.shutdownOutput();
}
// end::handle[]

void main() throws IOException {
    Path folder = Files.createTempDirectory("lecture-13-");
    Path file = folder.resolve("hello.sock");
    // tag::families[]
    converse(StandardProtocolFamily.UNIX,
        UnixDomainSocketAddress.of(file));
    converse(StandardProtocolFamily.INET,
        new InetSocketAddress("127.0.0.1", 0));
    converse(StandardProtocolFamily.INET6,
        new InetSocketAddress("::1", 0));
    // end::families[]
    Files.delete(file);
    Files.delete(folder);
}

void converse(ProtocolFamily family, SocketAddress address)
        throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(family);
            SocketChannel client = SocketChannel.open(family)) {
        server.bind(address, 5);
        client.connect(server.getLocalAddress());
        try (SocketChannel child = server.accept()) {
            client.write(UTF_8.encode("hello"));
            client.shutdownOutput();
            handle(child);
            saw(family, "HELLO", UTF_8.decode(all(client)).toString());
            IO.println("  from " + name(child.getRemoteAddress())
                + " to " + name(child.getLocalAddress()));
        }
    } catch (BindException | UnsupportedOperationException none) {
        IO.println(family + ": this machine has none");
    }
}

ByteBuffer all(SocketChannel from) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(16);
    while (all.hasRemaining() && from.read(all) >= 0) continue;
    return all.flip();
}

String name(SocketAddress address) {
    return switch (address) {
        case InetSocketAddress a -> "port " + a.getPort();
        case UnixDomainSocketAddress a when a.getPath().equals(
            Path.of("")) -> "nobody by name";
        case UnixDomainSocketAddress a ->
            "the file " + a.getPath().getFileName();
        default -> address.toString();
    };
}

void saw(ProtocolFamily family, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        family, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
