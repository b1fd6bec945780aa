///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One copy method for files and sockets, and where it ends
// One method copies from file to file, to a socket and from a socket:
// it only knows streams. Then the three places where the likeness
// ends: there is no going back, silence is not the end, and the end
// is something that the other side says.
// Slides: E-05a E-05b E-05c P-03b K-02a E-34d E-34e
// Claims: 2 4
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SocketChannel;

// tag::copy[]
int copy(InputStream from, OutputStream to) throws IOException {
    byte[] some = new byte[8]; // <.>
    int all = 0;
    for (int n; (n = from.read(some)) > 0; all += n)
        to.write(some, 0, n); // <.>
    return all;
}
// end::copy[]

void main() throws IOException {
    Path first = Files.createTempFile("first", ".txt");
    Path second = Files.createTempFile("second", ".txt");
    Path third = Files.createTempFile("third", ".txt");
    Files.writeString(first, "a file, or is it a socket?");

    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    ServerSocket server = new ServerSocket(0, 1, here);
    Socket near = new Socket(here, server.getLocalPort());
    Socket far = server.accept();

    // tag::use[]
    try (InputStream in = Files.newInputStream(first);
            OutputStream out = Files.newOutputStream(second)) {
        saw("bytes, file to file", 26, copy(in, out));
    }
    try (InputStream in = Files.newInputStream(second)) {
        saw("bytes, file to socket", 26,
            copy(in, near.getOutputStream()));
    }
    near.shutdownOutput(); // <.>
    try (OutputStream out = Files.newOutputStream(third)) {
        saw("bytes, socket to file", 26,
            copy(far.getInputStream(), out));
    }
    // end::use[]
    saw("the last file is the first again", true,
        Files.mismatch(first, third) < 0);

    // tag::seek[]
    Object file = Files.newByteChannel(first);
    Object socket = SocketChannel.open();
    saw("back to the beginning, in a file", true,
        file instanceof SeekableByteChannel);
    saw("back to the beginning, in a socket", false,
        socket instanceof SeekableByteChannel);
    // end::seek[]

    // tag::silence[]
    near.setSoTimeout(50);
    saw("nothing there, and the other is silent", "waits", end(near));
    far.shutdownOutput();
    saw("nothing there, and the other has finished", "the end",
        end(near));
    // end::silence[]
    for (var open : List.of(near, far, server,
            (Closeable) file, (Closeable) socket)) open.close();
    for (Path used : List.of(first, second, third)) Files.delete(used);
}

String end(Socket socket) throws IOException {
    try {
        int n = socket.getInputStream().read();
        return n < 0 ? "the end" : "a byte";
    } catch (SocketTimeoutException e) {
        return "waits";
    }
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
