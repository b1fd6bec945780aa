///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION SO_LINGER with 0 seconds makes of close a reset
// Normally close says "that was all". With SO_LINGER on, and 0 seconds
// to linger, it says "that is enough": the other side's next read is
// an error, and what was not yet delivered is thrown away.
// Slides: R-15a R-15b U-25d
// Claims: 87 93
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback)) {
        for (boolean abort : new boolean[] {false, true}) {
            Socket client = new Socket(loopback, server.getLocalPort());
            Socket served = server.accept();
            client.setSoTimeout(2000);

            IO.println(abort ? "the server lingers 0 s, and closes"
                : "the server closes");
            // tag::linger[]
            if (abort) served.setSoLinger(true, 0);
            // end::linger[]
            served.close();
            saw("the client reads", abort ? "a reset" : "the end",
                read(client));
            client.close();
        }
    }
}

String read(Socket socket) throws IOException {
    try {
        return socket.getInputStream().read() < 0 ? "the end" : "more";
    } catch (SocketException e) {
        return "a reset";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
