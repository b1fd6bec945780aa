///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What time is it? One datagram there, one back: RFC 868
// The time service: an empty datagram asks, four bytes answer, the
// seconds since 1900, the highest byte first. Nothing to open, nothing
// to close, and if it gets lost, one asks again.
// Slides: E-78b E-73d
// Claims: 108
import java.nio.ByteBuffer;
import java.time.Instant;

// From 1 January 1900 to 1 January 1970, where Java begins to count.
static final long SEVENTY_YEARS = 2_208_988_800L;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    // The real one has port 37; ours takes what it gets.
    DatagramSocket server = new DatagramSocket(0, loopback);
    DatagramSocket client = new DatagramSocket(0, loopback);
    server.setSoTimeout(2000);
    client.setSoTimeout(2000);

    client.send(new DatagramPacket(
        new byte[0], 0, server.getLocalSocketAddress()));

    DatagramPacket question = new DatagramPacket(new byte[64], 64);
    server.receive(question);
    saw("the question has bytes", "0", "" + question.getLength());
    long now = Instant.now().getEpochSecond() + SEVENTY_YEARS;
    // tag::answer[]
    byte[] seconds =
        ByteBuffer.allocate(4).putInt((int) now).array(); // <.>
    question.setData(seconds);
    server.send(question); // <.>
    // end::answer[]

    DatagramPacket answer = new DatagramPacket(new byte[64], 64);
    client.receive(answer);
    saw("the answer has bytes", "4", "" + answer.getLength());
    // tag::unsigned[]
    int signed = ByteBuffer.wrap(answer.getData()).getInt();
    long since1900 = Integer.toUnsignedLong(signed); // <.>
    // end::unsigned[]
    saw("as an int it is", "below 0", signed < 0 ? "below 0" : "above");
    Instant time = Instant.ofEpochSecond(since1900 - SEVENTY_YEARS);
    long off = Math.abs(Instant.now().getEpochSecond()
        - time.getEpochSecond());
    saw("off by", "at most 2 seconds",
        off <= 2 ? "at most 2 seconds" : off + " seconds");
    client.close();
    server.close();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
