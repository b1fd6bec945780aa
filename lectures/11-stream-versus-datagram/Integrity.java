///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What arrives of 2 MiB, of 2000 datagrams, of a bad sum
// Of what is sent, what arrives? A stream brings all of it, or an
// error. Datagrams may stay away, pass each other or come twice, and
// nobody tells. And the sum that guards both is short.
// Slides: E-31b E-31c E-70a E-70b E-75h E-75j E-77a P-07b P-07e
// Claims: 78 95 105
import java.security.MessageDigest;
import java.util.concurrent.FutureTask;

import static java.nio.charset.StandardCharsets.US_ASCII;

final InetAddress here = InetAddress.ofLiteral("127.0.0.1");

void main() throws Exception {
    // tag::stream[]
    byte[] data = new byte[2 << 20];
    for (int i = 0; i < data.length; i++) data[i] = (byte) (i % 251);
    ServerSocket door = new ServerSocket(0, 5, here);
    Socket caller = new Socket(here, door.getLocalPort());
    Socket called = door.accept();
    called.setSoTimeout(5000);
    Thread.ofVirtual().start(new FutureTask<>(() -> { // <.>
        OutputStream out = caller.getOutputStream();
        for (int from = 0, n = 1; from < data.length; from += n, n++)
            out.write(data, from, Math.min(n, data.length - from));
        return null;
    }));
    byte[] came = called.getInputStream().readNBytes(data.length);
    saw("2 MiB in 2048 writes: the same digest", true,
        MessageDigest.isEqual(sha256(data), sha256(came)));
    // end::stream[]
    // tag::reset[]
    caller.setSoLinger(true, 0); // <.>
    caller.close();
    String end = "the end";
    try {
        called.getInputStream().read();
    } catch (SocketException e) {
        end = "an error";
    }
    saw("the sender breaks off: read says", "an error", end);
    // end::reset[]

    // tag::flood[]
    DatagramSocket left = new DatagramSocket(0, here);
    DatagramSocket right = new DatagramSocket(null);
    right.setReceiveBufferSize(4096); // <.>
    right.bind(new InetSocketAddress(here, 0));
    for (int i = 0; i < 2000; i++) send(left, i, right); // <.>
    List<Integer> numbers = received(right);
    saw("2000 datagrams, none refused: all arrive",
        false, numbers.size() == 2000);
    saw("those that arrive are in order", true,
        numbers.equals(numbers.stream().sorted().toList()));
    // end::flood[]
    // tag::network[]
    DatagramSocket network = new DatagramSocket(0, here);
    for (int i = 1; i <= 2; i++) send(left, i, network);
    List<Integer> passing = received(network); // <.>
    for (int i : passing.reversed()) send(network, i, right);
    send(network, passing.getFirst(), right);
    saw("1 and 2, swapped on the way, 1 twice: receive says",
        List.of(2, 1, 1), received(right));
    // end::network[]

    // tag::checksum[]
    byte[] one = "stop".getBytes(US_ASCII);
    byte[] two = "opst".getBytes(US_ASCII);
    saw("stop and opst: the same 16-bit sum", true,
        sum(one) == sum(two)); // <.>
    saw("stop and opst: the same digest", false,
        MessageDigest.isEqual(sha256(one), sha256(two)));
    // end::checksum[]
}

byte[] sha256(byte[] data) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(data);
}

/** RFC 1071: the words are added, and what overflows once more. */
int sum(byte[] data) {
    int sum = 0;
    for (int i = 0; i < data.length; i += 2)
        sum += (data[i] & 0xff) << 8 | data[i + 1] & 0xff;
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
    return ~sum & 0xffff;
}

void send(DatagramSocket from, int number, DatagramSocket to)
        throws IOException {
    byte[] data = new byte[1000];
    data[0] = (byte) (number >> 8);
    data[1] = (byte) number;
    from.send(new DatagramPacket(data, data.length,
        to.getLocalSocketAddress()));
}

/** The numbers of all that is there; a short silence ends them. */
List<Integer> received(DatagramSocket from) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    DatagramPacket packet = new DatagramPacket(new byte[1000], 1000);
    from.setSoTimeout(100);
    try {
        while (true) {
            from.receive(packet);
            byte[] data = packet.getData();
            numbers.add((data[0] & 0xff) << 8 | data[1] & 0xff);
        }
    } catch (SocketTimeoutException silence) {
        return numbers;
    }
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, shown(expected), shown(seen)));
    if (!expected.equals(seen)) System.exit(1);
}

Object shown(Object value) {
    return value.equals(true) ? "yes"
        : value.equals(false) ? "no" : value;
}
