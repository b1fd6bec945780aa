///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One talk at three addresses, and what of it a network sees
// The same client and server, only at other addresses: in IPv4, in
// IPv6, and at a path in the file system. On Linux we count packets
// meanwhile: on lo, the interface that leads back to this machine, and
// on all others. Other programs use them, too, so we take the quietest
// of some rounds.
// Slides: U-04f U-04c E-30a E-30b E-30d E-04d U-09c E-29c
// Claims: 7 8 11 18
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

final Path COUNTERS = Path.of("/proc/net/dev");

void main() throws IOException {
    Path folder = Files.createTempDirectory("talk");
    Path path = folder.resolve("socket");
    tries("a path", StandardProtocolFamily.UNIX,
        UnixDomainSocketAddress.of(path), "none");
    Files.delete(path);
    Files.delete(folder);
    tries("127.0.0.1", StandardProtocolFamily.INET,
        new InetSocketAddress("127.0.0.1", 0), "some");
    if (NetworkInterface.networkInterfaces().flatMap(
            NetworkInterface::inetAddresses).anyMatch(
            InetAddress.ofLiteral("::1")::equals))
        tries("::1", StandardProtocolFamily.INET6,
            new InetSocketAddress("::1", 0), "some");
}

void tries(String where, ProtocolFamily family, SocketAddress address,
        String onLo) throws IOException {
    IO.println("at " + where);
    ServerSocketChannel server = ServerSocketChannel.open(family);
    server.bind(address);
    long lo = Long.MAX_VALUE, others = Long.MAX_VALUE;
    boolean noise = true;
    for (int round = 0; round < 20 || noise && round < 500; round++) {
        long loBefore = packets(true), othersBefore = packets(false);
        String answer = talk(family, server);
        if (round == 0) saw("the answer", "hello", answer);
        lo = Math.min(lo, packets(true) - loBefore);
        others = Math.min(others, packets(false) - othersBefore);
        noise = others > 0 || lo > 0 && onLo.equals("none");
    }
    server.close();
    if (Files.notExists(COUNTERS)) return;
    saw("packets on lo", onLo, lo > 0 ? "some" : "none");
    saw("on any other interface", "none", others > 0 ? "some" : "none");
}

// tag::talk[]
String talk(ProtocolFamily family, ServerSocketChannel server)
        throws IOException {
    try (SocketChannel client = SocketChannel.open(family)) {
        client.connect(server.getLocalAddress()); // <.>
        try (SocketChannel accepted = server.accept()) {
            client.write(UTF_8.encode("hello"));
            accepted.write(read(accepted)); // <.>
        }
        return UTF_8.decode(read(client)).toString();
    }
}
// end::talk[]

ByteBuffer read(SocketChannel from) throws IOException {
    ByteBuffer five = ByteBuffer.allocate(5);
    while (five.hasRemaining() && from.read(five) >= 0) { }
    return five.flip();
}

// After the name and a colon: the second number is what was received.
long packets(boolean onLo) throws IOException {
    if (Files.notExists(COUNTERS)) return 0;
    return Files.readAllLines(COUNTERS).stream()
        .map(line -> line.strip().split("[:\\s]+"))
        .filter(w -> w.length > 9 && w[2].matches("\\d+"))
        .filter(w -> w[0].equals("lo") == onLo)
        .mapToLong(w -> Long.parseLong(w[2]))
        .sum();
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
