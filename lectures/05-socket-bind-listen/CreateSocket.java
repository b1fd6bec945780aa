///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION What a new socket has, and what it costs
// A socket belongs to its process from the first call on, and costs it
// a descriptor until close. What it lacks is an address: bind's gift.
// Slides: E-42a E-42c E-47c U-16a U-16d P-12a
// Claims: 52
import java.nio.channels.ServerSocketChannel;

static final Path DESCRIPTORS = Path.of("/proc/self/fd");

void main() throws IOException {
    // Like C's socket(): a channel has its descriptor at once, a
    // ServerSocket or a Socket only when it is first used.
    ServerSocketChannel server = ServerSocketChannel.open();
    saw("after socket", "no port", port(server));

    InetAddress loopback = InetAddress.getLoopbackAddress();
    server.bind(new InetSocketAddress(loopback, 0));
    saw("after bind", "a port", port(server));

    if (Files.isDirectory(DESCRIPTORS)) {
        int before = sockets();
        List<ServerSocketChannel> many = new ArrayList<>();
        while (many.size() < 50) many.add(ServerSocketChannel.open());
        saw("50 sockets", "50 more", sockets() - before + " more");
        for (ServerSocketChannel one : many) one.close();
        saw("all closed", "0 more", sockets() - before + " more");
    } else {
        IO.println("no " + DESCRIPTORS + " here: nothing is counted");
    }
    server.close();
}

String port(ServerSocketChannel server) throws IOException {
    return server.getLocalAddress() == null ? "no port" : "a port";
}

// A descriptor is a number; what it stands for, Linux shows as a link.
int sockets() throws IOException {
    try (Stream<Path> all = Files.list(DESCRIPTORS)) {
        return (int) all.filter(this::isSocket).count();
    }
}

boolean isSocket(Path descriptor) {
    try {
        return Files.readSymbolicLink(descriptor).toString()
            .startsWith("socket:");
    } catch (IOException closedMeanwhile) {
        return false;
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
