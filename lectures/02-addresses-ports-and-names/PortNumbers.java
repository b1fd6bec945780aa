///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Which numbers are ports, and how often one can be had
// A port is a number of 16 bits. TCP and UDP count separately, each
// address of the machine has its own, and 0 is a wish, not a port.
// Slides: E-17a E-18a E-18d E-22a E-22c K-11c P-04c
// Claims: 22 24 25
import static java.nio.charset.StandardCharsets.UTF_8;

InetAddress loopback = InetAddress.getLoopbackAddress();

void main() throws IOException {
    for (int number : List.of(-1, 0, 65535, 65536))
        saw("may be asked for: " + number,
            number >= 0 && number <= 65535, isPort(number));

    // Between two of the four calls somebody else may take the number.
    for (int tries = 1; ; tries++)
        try {
            bothProtocols();
            break;
        } catch (BindException taken) {
            if (tries == 20) throw taken;
        }

    int lowest = 65536;
    for (int i = 0; i < 200; i++)
        try (ServerSocket chosen = new ServerSocket(0, 5, loopback)) {
            lowest = Math.min(lowest, chosen.getLocalPort());
        }
    IO.println("200 times 0, and the lowest was port " + lowest);
    saw("1024 or more", true, lowest >= 1024);
}

// The same two addresses and ports, by TCP and by UDP at once.
void bothProtocols() throws IOException {
    try (DatagramSocket udpThere = new DatagramSocket(0, loopback);
            ServerSocket tcpThere = new ServerSocket(
                udpThere.getLocalPort(), 5, loopback);
            Socket tcpHere = new Socket(
                loopback, tcpThere.getLocalPort());
            DatagramSocket udpHere = new DatagramSocket(
                tcpHere.getLocalPort(), loopback)) {
        String pair = "port " + tcpHere.getLocalPort()
            + " -> port " + tcpThere.getLocalPort();
        byte[] text = "by UDP".getBytes(UTF_8);
        udpHere.send(new DatagramPacket(
            text, text.length, udpThere.getLocalSocketAddress()));
        tcpHere.getOutputStream().write("by TCP".getBytes(UTF_8));
        udpThere.setSoTimeout(5000);
        var datagram = new DatagramPacket(new byte[99], 99);
        udpThere.receive(datagram);
        saw(pair, "by UDP", new String(
            datagram.getData(), 0, datagram.getLength(), UTF_8));
        InputStream in = tcpThere.accept().getInputStream();
        saw(pair, "by TCP", new String(in.readNBytes(6), UTF_8));

        int taken = tcpThere.getLocalPort();
        saw("the number again, for TCP, here", false,
            bound("127.0.0.1", taken));
        // macOS has 127.0.0.1 only, until somebody adds another
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        saw("the number again, for TCP, at 127.59.69.7", !mac,
            bound("127.59.69.7", taken));
    }
}

boolean isPort(int number) {
    try {
        new InetSocketAddress(loopback, number);
        return true;
    } catch (IllegalArgumentException e) {
        return false;
    }
}

boolean bound(String address, int port) throws IOException {
    try (ServerSocket s = new ServerSocket(
            port, 5, InetAddress.ofLiteral(address))) {
        return s.isBound();
    } catch (BindException e) {
        IO.println("bind: " + e.getMessage());
        return false;
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
