///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION An 80-byte record in two pieces, read naively and well
// The slides' record of 80 bytes comes in two pieces: 30 bytes, and
// then 50. A server that takes a read for a record answers twice; one
// that counts to 80 answers once.
// Slides: E-63a E-63c
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    IO.println("one read, one record");
    saw("bytes of answer", 160, converse(false));
    IO.println("80 bytes, one record");
    saw("bytes of answer", 80, converse(true));
}

byte[] record(String text) {
    return Arrays.copyOf(text.getBytes(UTF_8), 80);
}

int converse(boolean counting) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listening = new ServerSocket(0, 5, loopback);
            Socket client =
                new Socket(loopback, listening.getLocalPort());
            Socket server = listening.accept()) {
        server.setSoTimeout(2000);
        byte[] hello =
            record("Hello server, please respond to client!");
        int[][] pieces = {{0, 30}, {30, 50}};
        byte[] message = new byte[80];
        int have = 0;
        for (int[] piece : pieces) {
            client.getOutputStream().write(hello, piece[0], piece[1]);

            // tag::read[]
            int n = server.getInputStream()
                .read(message, have, 80 - have); // <.>
            if (counting) have += n;
            boolean whole = !counting || have == 80; // <.>
            // end::read[]
            IO.println("  a read brings " + n + " bytes: "
                + (whole ? "answers" : "waits for more"));
            if (whole) {
                server.getOutputStream().write(
                    record("I am server and this is my message"));
            }
        }
        server.shutdownOutput();
        return client.getInputStream().readAllBytes().length;
    }
}

void saw(String what, int expected, int seen) {
    IO.println("%s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
