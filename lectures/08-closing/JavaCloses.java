///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What Java's Socket adds to close, and what it hides
// java.net.Socket is not quite the system's socket: its close ends the
// sending first, its shutdownInput is for ever, its streams close it,
// and isConnected speaks of the past. A SocketChannel closes as C does.
// Slides: K-08c K-18b P-13d R-15b
// Claims: 87 89
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    var channels = ServerSocketChannel.open();
    channels.bind(new InetSocketAddress(loopback, 0));
    var sockets = new ServerSocket(0, 5, loopback);
    byte[] question = "2 + 3".getBytes(UTF_8);

    IO.println("a server reads one byte of five, answers, closes");
    // tag::channel[]
    Socket client = call(channels.getLocalAddress());
    client.getOutputStream().write(question);
    SocketChannel channel = channels.accept();
    channel.read(ByteBuffer.allocate(1));
    channel.write(UTF_8.encode("5"));
    channel.close(); // <.>
    saw("the SocketChannel's client reads", "1 byte, a reset",
        read(client) + ", " + read(client));
    // end::channel[]
    // tag::socket[]
    client = call(sockets.getLocalSocketAddress());
    client.getOutputStream().write(question);
    Socket child = sockets.accept();
    child.getInputStream().read();
    child.getOutputStream().write('5');
    child.close(); // <.>
    saw("the Socket's client reads", "1 byte, the end",
        read(client) + ", " + read(client));
    // end::socket[]
    saw("is that client connected", "yes",
        client.isConnected() ? "yes" : "no");

    IO.println("a client stops receiving, then the server sends");
    client = call(sockets.getLocalSocketAddress());
    child = sockets.accept();
    InputStream in = client.getInputStream();
    client.shutdownInput();
    child.getOutputStream().write('5');
    saw("the client reads", "the end",
        in.read() < 0 ? "the end" : "1 byte");
    saw("it asks for its stream again", "an error", read(client));

    IO.println("a client closes its input stream");
    client = call(sockets.getLocalSocketAddress());
    client.getInputStream().close();
    saw("is the client's socket closed", "yes",
        client.isClosed() ? "yes" : "no");
    sockets.close();
    channels.close();
}

Socket call(SocketAddress server) throws IOException {
    Socket client = new Socket();
    client.connect(server, 2000);
    client.setSoTimeout(2000);
    return client;
}

String read(Socket socket) throws IOException {
    try {
        return socket.getInputStream().read() < 0 ? "the end"
            : "1 byte";
    } catch (SocketException e) {
        return e.getMessage().startsWith("Connection reset")
            ? "a reset" : "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
