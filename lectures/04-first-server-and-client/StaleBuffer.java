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
        IO.println("the server sent:    ok");
        IO.println("read says:          " + n + " bytes");
        IO.println("the buffer prints:  " + upToZero(data));
        IO.println("the bytes read are: "
            + new String(data, 0, n, UTF_8));

        peer.close();
        n = client.getInputStream().read(data);
        IO.println("the server closed");
        IO.println("read says:          "
            + (n <= 0 ? "end of stream" : n + " bytes"));
        IO.println("the buffer prints:  " + upToZero(data));
    }
}

// As printf("%s") sees it: everything before the first zero byte.
String upToZero(byte[] data) {
    int end = 0;
    while (end < data.length && data[end] != 0) end++;
    return new String(data, 0, end, UTF_8);
}
