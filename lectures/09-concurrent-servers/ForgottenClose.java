///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A server forgets to close, and its client waits on
// The thread that served has gone, but nobody has closed its socket.
// The client has read all there is, and cannot know that it was all.
// Slides: K-15d E-66c
// Claims: 94
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, server.getLocalPort())) {
        Socket accepted = server.accept();
        // tag::serve[]
        Thread handler =
            Thread.ofPlatform().start(() -> serve(accepted));
        handler.join();
        // end::serve[]

        byte[] bye = client.getInputStream().readNBytes(3);
        saw("the client reads", "bye", new String(bye, UTF_8));
        saw("who served it has gone",
            "no end within 300 ms", end(client));
        // tag::close[]
        accepted.close();
        // end::close[]
        saw("the forgotten socket is closed", "the end", end(client));
    }
}

void serve(Socket client) {
    try {
        client.getOutputStream().write("bye".getBytes(UTF_8));
    } catch (IOException e) {
        System.err.println("write: " + e.getMessage());
    }
}

String end(Socket client) throws IOException {
    client.setSoTimeout(300);
    try {
        return client.getInputStream().read() < 0
            ? "the end" : "more bytes";
    } catch (SocketTimeoutException e) {
        return "no end within 300 ms";
    }
}

void saw(String what, String expected, String seen) {
    IO.println(what + ": expected " + expected + ", saw " + seen);
    if (!expected.equals(seen)) System.exit(1);
}
