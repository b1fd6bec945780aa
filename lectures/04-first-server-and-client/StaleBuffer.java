///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A short reply in a used buffer, and whose words come out
// The client on the slide reads the reply into the buffer from which
// it had sent, and prints the buffer. A reply shorter than the message
// leaves the rest of the message standing.
// Slides: E-38a
// Claims: 86
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    byte[] data = new byte[512];
    byte[] hello = "hello server".getBytes(UTF_8);
    System.arraycopy(hello, 0, data, 0, hello.length);

    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, server.getLocalPort())) {
        Socket peer = server.accept();
        peer.getOutputStream().write("ok".getBytes(UTF_8));
        int n = client.getInputStream().read(data);
        IO.println("the server sends ok");
        saw("read says", "2 bytes", n + " bytes");
        saw("the buffer prints", "okllo server", upToZero(data));
        saw("the bytes read are", "ok", new String(data, 0, n, UTF_8));

        peer.close();
        n = client.getInputStream().read(data);
        IO.println("the server closes");
        saw("read says", "the end", n < 0 ? "the end" : n + " bytes");
        saw("the buffer prints", "okllo server", upToZero(data));
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}

// As printf("%s") sees it: everything before the first zero byte.
String upToZero(byte[] data) {
    int end = 0;
    while (end < data.length && data[end] != 0) end++;
    return new String(data, 0, end, UTF_8);
}
