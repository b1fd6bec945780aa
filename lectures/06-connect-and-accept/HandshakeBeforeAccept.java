///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A client connects, speaks and hangs up, and then accept
// Who makes the connection? Not socket(), and not accept(): connect()
// asks, the server's system answers, and the server's program may
// sleep through it all. accept() only fetches what is ready.
// Slides: K-06a K-07b K-07d R-12d U-19b U-24b U-27c U-27f
// Claims: 62 64 65 66 73
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);

    Socket client = new Socket();
    saw("after socket, the server's queue",
        "empty", somebodyWaits(server));
    saw("a write before connect", "an error", written(client));

    client.connect(server.getLocalSocketAddress());
    int port = client.getLocalPort();
    saw("after connect, and no accept yet, a write",
        "fine", written(client));
    client.shutdownOutput();
    IO.println("the client has said all it wanted to say");

    Socket child = server.accept();
    saw("now accept: the child's peer",
        "port " + port, "port " + child.getPort());
    InputStream in = child.getInputStream();
    saw("the child reads",
        "early", new String(in.readAllBytes(), UTF_8));

    child.getOutputStream().write("late".getBytes(UTF_8));
    child.close();
    saw("the client's own port is still",
        "port " + port, "port " + client.getLocalPort());
    in = client.getInputStream();
    saw("and on the socket it always had, it reads",
        "late", new String(in.readAllBytes(), UTF_8));
    client.close();
    server.close();
}

// Only asked when nobody has called: whom it accepts would be lost.
String somebodyWaits(ServerSocket server) throws IOException {
    server.setSoTimeout(100);
    try (Socket somebody = server.accept()) {
        return "port " + somebody.getPort();
    } catch (SocketTimeoutException e) {
        return "empty";
    } finally {
        server.setSoTimeout(0);
    }
}

String written(Socket client) {
    try {
        client.getOutputStream().write("early".getBytes(UTF_8));
        return "fine";
    } catch (IOException e) {
        return "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
