///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A write of nothing is no end; shutdown is one
// The slides' client ends the conversation with a write of 0 bytes.
// On a stream that sends nothing at all: the reader goes on waiting,
// until the writer ends its direction.
// Slides: E-63a E-63b
// Claims: 83
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, listening.getLocalPort());
            Socket server = listening.accept()) {
        server.setSoTimeout(200);

        // tag::zero[]
        client.getOutputStream().write(new byte[0]); // <.>
        // end::zero[]
        IO.println("0 bytes are written");
        saw("200 ms of reading", "nothing", read(server, 80));

        client.getOutputStream().write(new byte[2]);
        IO.println("2 bytes are written");
        saw("a read of 0", "0 bytes", read(server, 0));
        saw("a read of 80", "2 bytes", read(server, 80));

        // tag::end[]
        client.shutdownOutput(); // <.>
        // end::end[]
        IO.println("the writer ends its direction");
        saw("a read of 80", "the end", read(server, 80));
        saw("and once more", "the end", read(server, 80));
    }
}

String read(Socket from, int atMost) throws IOException {
    try {
        int n = from.getInputStream().read(new byte[atMost]);
        return n < 0 ? "the end" : n + " bytes";
    } catch (SocketTimeoutException e) {
        return "nothing";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
