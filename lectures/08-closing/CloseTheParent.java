///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Closing the listening socket: who goes on, who does not
// Can the parent be closed? Yes, like any socket. Its children go on;
// who was waiting to be accepted is reset, and who calls now is
// refused. Nobody does it after each client, that is all.
// Slides: U-21d U-22c U-22e
// Claims: 91
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket parent = new ServerSocket(0, 5, loopback);
    int port = parent.getLocalPort();
    Socket accepted = new Socket(loopback, port);
    Socket child = parent.accept();
    Socket waiting = new Socket(loopback, port);

    IO.println("one client is accepted, one waits, the parent closes");
    // tag::close[]
    parent.close();
    // end::close[]

    child.getOutputStream().write("hello".getBytes(UTF_8));
    saw("the accepted client reads", "hello", read(accepted));
    saw("the waiting client reads", "a reset", read(waiting));
    saw("a new client calls", "refused", call(loopback, port));

    child.close();
    IO.println("the child closes");
    saw("the accepted client reads", "the end", read(accepted));
    accepted.close();
    waiting.close();
}

String read(Socket socket) throws IOException {
    socket.setSoTimeout(2000);
    try {
        byte[] data = new byte[512];
        int n = socket.getInputStream().read(data);
        return n < 0 ? "the end" : new String(data, 0, n, UTF_8);
    } catch (SocketException e) {
        return "a reset";
    }
}

String call(InetAddress host, int port) throws IOException {
    try (Socket client = new Socket(host, port)) {
        return "connected to port " + client.getPort();
    } catch (ConnectException e) {
        return "refused";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
