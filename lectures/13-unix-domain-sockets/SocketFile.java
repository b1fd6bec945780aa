///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What bind makes of a path, and what close leaves there
// The file of a socket: bind makes it, close does not take it away.
// What stays behind is a name that nobody answers to, and that nobody
// else can have.
// Slides: E-07c E-07e
// Claims: 36
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

boolean allAsExpected = true;

void main() throws IOException {
    Path folder = Files.createTempDirectory("lecture-13-");
    Path file = folder.resolve("hello.sock");

    IO.println("a server is bound to the path");
    ServerSocketChannel server =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file), 5);
    saw("is there a file", "yes", yes(Files.exists(file)));
    saw("is it a regular one", "no", yes(Files.isRegularFile(file)));
    saw("its length in bytes", "0", "" + Files.size(file));
    saw("opening it like a file", "an error", opened(file));
    saw("a client is", "connected", called(file));
    saw("another server's bind", "in use", bound(file));

    IO.println("the server has closed");
    server.close();
    saw("is there a file", "yes", yes(Files.exists(file)));
    saw("a client is", "refused", called(file));
    saw("another server's bind", "in use", bound(file));

    IO.println("the file is deleted");
    Files.delete(file);
    saw("a client finds", "no such file", called(file));
    saw("another server's bind", "fine", bound(file));

    IO.println("somebody's text has that name");
    Files.delete(file);
    Files.writeString(file, "precious");
    saw("a client is", "refused", called(file));
    saw("a server's bind", "in use", bound(file));
    saw("the text is", "precious", Files.readString(file));

    Files.delete(file);
    Files.delete(folder);
    if (!allAsExpected) System.exit(1);
}

String opened(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
        return in.read() < 0 ? "empty" : "opened";
    } catch (IOException e) {
        return "an error";
    }
}

String called(Path file) throws IOException {
    try (var s = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
        return s.isConnected() ? "connected" : "on the way";
    } catch (ConnectException e) {
        return "refused";
    } catch (SocketException e) {
        return e.getMessage().startsWith("No such file")
            ? "no such file" : e.getMessage();
    }
}

String bound(Path file) throws IOException {
    try (var s =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        s.bind(UnixDomainSocketAddress.of(file));
        return "fine";
    } catch (BindException e) {
        return "in use";
    }
}

String yes(boolean is) {
    return is ? "yes" : "no";
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    allAsExpected &= expected.equals(seen);
}
