///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Every address of a name in turn, until one answers
// A name may have several addresses, and not all of them may answer.
// We need no name for that: a list of two, ::1 and 127.0.0.1, as
// many a localhost has it, and a server at the second only.
// Slides: E-58d R-05f R-05g E-09a
// Claims: 27
void main() throws IOException {
    InetAddress[] found = {
        InetAddress.ofLiteral("::1"),
        InetAddress.ofLiteral("127.0.0.1")};
    try (ServerSocket server = new ServerSocket(0, 5, found[1])) {
        int port = server.getLocalPort();
        IO.println("a server listens on 127.0.0.1 port " + port);

        // tag::first[]
        try (Socket hasty = new Socket(found[0], port)) {
            saw("the first address only", "no answer", end(hasty));
        } catch (IOException e) {
            saw("the first address only", "no answer", "no answer");
        }
        // end::first[]

        Socket client = null;
        // tag::loop[]
        for (InetAddress address : found) {
            client = new Socket(); // <.>
            try {
                client.connect(
                    new InetSocketAddress(address, port), 5000);
                break; // <.>
            } catch (IOException e) {
                client.close(); // <.>
                IO.println("one of them: " + e.getMessage());
            }
        }
        // end::loop[]
        saw("one after the other", "127.0.0.1 port " + port,
            end(client));
        client.close();
    }
}

String end(Socket socket) {
    return socket.getInetAddress().getHostAddress()
        + " port " + socket.getPort();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
