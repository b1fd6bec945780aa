///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A careless close loses the reply, a polite one does not
// A server has read enough, answers and closes. The client had sent
// more: close finds unread bytes, breaks the connection, and the
// answer that is still on its way is lost. Then the polite close:
// end the sending, read what comes, and close when the client has.
// Slides: P-13d E-67c R-15b
// Claims: 87
final int REPLY = 100_000;

void main() throws IOException {
    IO.println("the server answers and closes");
    Socket[] pair = pair();
    Socket client = pair[0], served = pair[1];
    // tag::close[]
    client.getOutputStream().write(new byte[100]);
    served.getInputStream().readNBytes(10); // <.>
    served.getOutputStream().write(new byte[REPLY]); // <.>
    served.close(); // <.>
    saw("the client gets the reply, and then", "a part, a reset",
        readToTheEnd(client));
    // end::close[]
    client.close();

    IO.println("the server answers and closes politely");
    pair = pair();
    client = pair[0];
    served = pair[1];
    client.getOutputStream().write(new byte[100]);
    served.getInputStream().readNBytes(10);
    served.getOutputStream().write(new byte[REPLY]);
    // tag::shutdown[]
    served.shutdownOutput(); // <.>
    saw("the client gets the reply, and then", "all, the end",
        readToTheEnd(client));
    client.close();
    int left = served.getInputStream().readAllBytes().length; // <.>
    served.close(); // <.>
    // end::shutdown[]
    saw("what the server had not read", "90 bytes", left + " bytes");
}

// Small buffers at the client, a big one at the server: the reply
// fits into both together, and not into the client's alone.
Socket[] pair() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback)) {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.connect(server.getLocalSocketAddress());
        client.setSoTimeout(2000);
        Socket served = server.accept();
        served.setSendBufferSize(2 * REPLY);
        served.setSoTimeout(2000);
        return new Socket[] {client, served};
    }
}

String readToTheEnd(Socket socket) throws IOException {
    byte[] data = new byte[512];
    int got = 0;
    String then = "the end";
    try {
        int n;
        while ((n = socket.getInputStream().read(data)) > 0) got += n;
    } catch (SocketException e) {
        then = "a reset";
    }
    return (got == REPLY ? "all, " : "a part, ") + then;
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
