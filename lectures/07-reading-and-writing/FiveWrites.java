///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Five writes of 512 bytes, and what one read makes of them
// Five writes of 512 bytes, and one read that asks for all 2560. It
// gets what is there: sometimes one write's bytes, sometimes all five.
// How they were written, nobody can see.
// Slides: E-73a K-16b K-16c R-13a R-14a
// Claims: 80 81
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, listening.getLocalPort());
            Socket server = listening.accept()) {
        server.setSoTimeout(2000);
        OutputStream out = client.getOutputStream();
        InputStream in = server.getInputStream();
        byte[] block = new byte[512];
        byte[] data = new byte[2560];

        IO.println("512 bytes are written, once");
        out.write(block);
        // tag::once[]
        int n = in.read(data, 0, 2560); // <.>
        // end::once[]
        saw("one read of 2560", 512, n);

        IO.println("512 bytes are written, four times more");
        for (int i = 2; i <= 5; i++) out.write(block);
        // tag::loop[]
        int length = n;
        while (n > 0 && length < 2560) {
            n = in.read(data, length, 2560 - length); // <.>
            if (n > 0) length += n;
        }
        // end::loop[]
        saw("reads in a loop, until 2560 are there", 2560, length);

        IO.println("512 bytes are written, five times; all arrive");
        for (int i = 1; i <= 5; i++) out.write(block);
        awaitArrival(in, 2560);
        saw("one read of 100", 100, in.read(data, 0, 100));
        saw("one read of 2560", 2460, in.read(data, 0, 2560));
    }
}

// available: what a read would get now. A number to look at, not one
// to rely on: 0 means "nothing yet", and says nothing about the end.
void awaitArrival(InputStream in, int bytes) throws IOException {
    long deadline = System.nanoTime() + 2_000_000_000L;
    while (in.available() < bytes && System.nanoTime() < deadline)
        Thread.onSpinWait();
}

void saw(String what, int expected, int seen) {
    IO.println("%s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
