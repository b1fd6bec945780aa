///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What the other side reads after close: all of it, then EOF
// One side closes. The other reads everything that was sent before,
// and then the end, as often as it likes. An empty write is no end,
// and a forgotten close is none either.
// Slides: K-08a K-08b K-08c K-08d P-13d R-15a R-15b U-22d E-66b E-67a
// Claims: 87 91
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, server.getLocalPort())) {
        Socket served = server.accept();

        // tag::forgotten[]
        served.getOutputStream().write("bye".getBytes(UTF_8));
        served.getOutputStream().write(new byte[0]);
        IO.println("the server writes 3 bytes, then 0 bytes");
        client.setSoTimeout(2000);
        saw("the client reads", "3 bytes", read(client));
        client.setSoTimeout(200); // nobody closes: who waits, waits
        saw("the client reads", "nothing yet", read(client));
        // end::forgotten[]

        // tag::close[]
        served.getOutputStream().write("bye".getBytes(UTF_8));
        served.close();
        IO.println("the server writes 3 bytes and closes");
        client.setSoTimeout(2000);
        saw("the client reads", "3 bytes", read(client));
        saw("the client reads", "the end", read(client));
        saw("the client reads", "the end", read(client));
        // end::close[]

        // tag::after[]
        IO.println("the server uses the socket once more");
        saw("the server reads", "an error", read(served));
        saw("the server writes", "an error", write(served));
        // end::after[]
    }
}

String read(Socket socket) {
    try {
        int n = socket.getInputStream().read(new byte[512]);
        return n < 0 ? "the end" : n + " bytes";
    } catch (SocketTimeoutException e) {
        return "nothing yet";
    } catch (IOException e) {
        return "an error";
    }
}

String write(Socket socket) {
    try {
        socket.getOutputStream().write("bye".getBytes(UTF_8));
        return "it is taken";
    } catch (IOException e) {
        return "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
