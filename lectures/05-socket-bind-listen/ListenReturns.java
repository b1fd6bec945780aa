///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION listen returns at once, accept is what waits
// listen only says "from now on". The one that waits is accept. What
// an early client says lies with its own connection, and is read from
// the socket that accept returns, never from the listening one.
// Slides: E-50b E-50c E-50d
// Claims: 57 58
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(loopback, 0), 5);
    IO.println("listen has returned, and nobody has called yet");

    // accept would wait for ever: give it a time limit.
    server.setSoTimeout(200);
    saw("accept", "still waiting", accepts(server));

    // A ServerSocket has no streams: there is nothing to read from.
    try (Socket client = new Socket(loopback, server.getLocalPort())) {
        client.getOutputStream().write("early".getBytes(UTF_8));
        try (Socket child = server.accept()) {
            byte[] words = child.getInputStream().readNBytes(5);
            saw("the accepted socket reads", "early",
                new String(words, UTF_8));
        }
    }
    server.close();
}

String accepts(ServerSocket server) throws IOException {
    try (Socket child = server.accept()) {
        return "a caller: " + child.getRemoteSocketAddress();
    } catch (SocketTimeoutException nobodyCame) {
        return "still waiting";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
