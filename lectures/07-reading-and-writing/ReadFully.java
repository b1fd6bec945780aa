///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three ways to read ten bytes, and a stream too short
// Ten bytes are wanted, and they come one at a time. Whoever reads in
// a loop gets them all; the loop may be ours or the library's. They
// differ in what they say when the stream ends too early.
// Slides: E-61a E-61c R-14a U-22b
// Claims: 81
interface Way {
    int read(InputStream in, byte[] data) throws IOException;
}

void main() throws IOException, InterruptedException {
    for (int sent : new int[] {10, 3}) {
        IO.println("10 bytes wanted, " + sent + " sent, then the end");
        String some = sent + " bytes";
        saw("our own loop", some, receive(sent, this::loop));
        saw("the library's", some, receive(sent, this::library));
        saw("one that insists", sent == 10 ? some : "too early",
            receive(sent, this::insisting));
    }
}

// tag::ways[]
// tag::loop[]
int loop(InputStream in, byte[] data) throws IOException {
    int length = 0, n = 0;
    while (n >= 0 && length < data.length) { // <.>
        n = in.read(data, length, data.length - length);
        if (n > 0) length += n;
    }
    return length;
}
// end::loop[]

// tag::library[]
int library(InputStream in, byte[] data) throws IOException {
    return in.readNBytes(data, 0, data.length); // <.>
}
// end::library[]

// tag::insisting[]
int insisting(InputStream in, byte[] data) throws IOException {
    new DataInputStream(in).readFully(data); // <.>
    return data.length;
}
// end::insisting[]
// end::ways[]

String receive(int sent, Way way)
        throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, listening.getLocalPort());
            Socket server = listening.accept()) {
        server.setSoTimeout(2000);
        client.setTcpNoDelay(true);
        Thread writer =
            Thread.startVirtualThread(() -> trickle(client, sent));
        int n = way.read(server.getInputStream(), new byte[10]);
        writer.join();
        return n + " bytes";
    } catch (EOFException e) {
        return "too early";
    }
}

void trickle(Socket client, int count) {
    try {
        for (int i = 0; i < count; i++) {
            client.getOutputStream().write(i);
            Thread.sleep(5); // a slow writer, that is the point
        }
        client.shutdownOutput();
    } catch (IOException | InterruptedException e) {
        System.err.println("write: " + e.getMessage());
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
