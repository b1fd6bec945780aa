///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION May this program have a port below 1024?
// Ports 0 to 1023 are for the system's services. Linux only: there the
// kernel has a number from which on everybody may bind, and a right to
// go below it. We read both, foretell the answer, and try.
// Slides: E-18c E-32b
// Claims: 23
final Path START =
    Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
final int CAP_NET_BIND_SERVICE = 10;

void main() throws IOException {
    if (!Files.exists(START)) {
        IO.println("only Linux can be asked who may have a low port");
        return;
    }
    int start = Integer.parseInt(first(START, ""));
    // The rights in force, one bit each: capabilities(7).
    String bits = first(Path.of("/proc/self/status"), "CapEff:");
    boolean right = (Long.parseUnsignedLong(bits, 16)
        >> CAP_NET_BIND_SERVICE & 1) == 1;
    IO.println("everybody may bind from port " + start);
    IO.println("this program has the right to go below: "
        + (right ? "yes" : "no"));

    // Taken is as good as ours: it was not the right that was missing.
    int port = 1023;
    boolean may = right || port >= start;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    String seen;
    try (ServerSocket server = new ServerSocket(port, 5, loopback)) {
        seen = server.isBound() ? "yes" : "no";
    } catch (BindException e) {
        IO.println("bind: " + e.getMessage());
        seen = e.getMessage().contains("ermission") ? "no" : "yes";
    }
    String expected = may ? "yes" : "no";
    IO.println("may it have port 1023? expected " + expected
        + ", saw " + seen);
    if (!seen.equals(expected)) System.exit(1);
}

String first(Path file, String key) throws IOException {
    try (var lines = Files.lines(file)) {
        return lines.filter(l -> l.startsWith(key)).findFirst()
            .orElseThrow().substring(key.length()).strip();
    }
}
