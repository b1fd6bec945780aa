///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Who has a name, who has none, and how long it may be
// The name of a socket is the path that it was bound to. A client has
// none, unless it binds. The name is for finding the server: once
// connected, nobody needs it, and it may be only so long.
// Slides: E-07c E-07e E-44c
// Claims: 36
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

boolean allAsExpected = true;

void main() throws IOException {
    Path folder = Files.createTempDirectory("lecture-13-");
    Path file = folder.resolve("hello.sock");
    ServerSocketChannel server =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file), 5);

    IO.println("a client connects");
    SocketChannel client =
        SocketChannel.open(UnixDomainSocketAddress.of(file));
    SocketChannel child = server.accept();
    saw("it has called", "hello.sock", name(client.getRemoteAddress()));
    saw("its own name", "none", name(client.getLocalAddress()));
    saw("the server sees", "none", name(child.getRemoteAddress()));

    IO.println("a client binds, and connects");
    Path own = folder.resolve("client.sock");
    SocketChannel named = SocketChannel
        .open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(own));
    named.connect(UnixDomainSocketAddress.of(file));
    SocketChannel other = server.accept();
    saw("the server sees", "client.sock",
        name(other.getRemoteAddress()));

    IO.println("the server's file is renamed");
    Path moved = Files.move(file, folder.resolve("moved.sock"));
    saw("the old name is", "of no use", called(file));
    saw("the new name is", "connected", called(moved));
    saw("the server still calls itself", "hello.sock",
        name(server.getLocalAddress()));

    IO.println("the server's file is deleted");
    Files.delete(moved);
    client.write(UTF_8.encode("still here"));
    ByteBuffer heard = ByteBuffer.allocate(10);
    while (heard.hasRemaining() && child.read(heard) >= 0) continue;
    saw("the first client says", "still here",
        UTF_8.decode(heard.flip()).toString());

    IO.println("paths that are long");
    saw("100 bytes are", "fine", bound(folder, 100));
    saw("108 bytes are", "too long", bound(folder, 108));

    for (var s : List.of(client, child, named, other, server))
        s.close();
    Files.delete(own);
    Files.delete(folder);
    if (!allAsExpected) System.exit(1);
}

String name(SocketAddress address) {
    Path path = ((UnixDomainSocketAddress) address).getPath();
    return path.equals(Path.of("")) ? "none"
        : path.getFileName().toString();
}

String called(Path file) {
    try (var s = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
        return s.isConnected() ? "connected" : "on the way";
    } catch (IOException e) {
        return "of no use";
    }
}

String bound(Path folder, int length) throws IOException {
    String start = folder + "/";
    Path file = Path.of(start + "x".repeat(length - start.length()));
    try (var s =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        s.bind(UnixDomainSocketAddress.of(file));
        Files.delete(file);
        return "fine";
    } catch (SocketException e) {
        return "too long";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    allAsExpected &= expected.equals(seen);
}
