///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION close returns at once, and the system goes on sending
// Does close wait until everything is transmitted? We fill the buffers
// of a connection whose other side does not read, and close. Then once
// more, with a second to linger.
// Slides: K-17a K-17b
// Claims: 88
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket()) {
        server.setReceiveBufferSize(4096);
        server.bind(new InetSocketAddress(loopback, 0), 5);
        for (int seconds = 0; seconds <= 1; seconds++) {
            Socket client = new Socket(loopback, server.getLocalPort());
            Socket served = server.accept();
            client.setSendBufferSize(200_000);
            client.getOutputStream().write(new byte[100_000]);

            IO.println("100000 bytes are under way, nobody reads");
            // tag::linger[]
            if (seconds > 0) client.setSoLinger(true, seconds);
            // end::linger[]
            long begun = System.nanoTime();
            client.close();
            long took = System.nanoTime() - begun;
            if (seconds > 0)
                saw("close with a second to linger", "it waited 1 s",
                    took > 900_000_000L ? "it waited 1 s" : "no wait");
            // that close is back is proof: nobody has read a byte yet
            served.setSoTimeout(2000);
            int came = served.getInputStream().readAllBytes().length;
            saw("the other side then reads", "100000 bytes",
                came + " bytes");
            served.close();
        }
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
