///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Counts the sockets of this process as they come and go
// Linux only, for it looks into /proc: there each socket that this
// process holds is an entry among its open files. Nobody but us makes
// one, and what we do not close stays.
// Slides: P-03b R-04d U-06c
// Claims: 2 9
// tag::count[]
long sockets() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
        return open.filter(this::isSocket).count();
    }
}
// end::count[]

void main() throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
        IO.println("this script needs Linux's /proc, and ends here");
        return;
    }
    // With its first socket the JDK makes one for itself, and keeps
    // it. That shall not count.
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    new ServerSocket(0, 1, here).close();
    long before = sockets();

    // tag::connection[]
    ServerSocket server = new ServerSocket(0, 1, here);
    saw("listening", 1, sockets() - before);
    Socket near = new Socket(here, server.getLocalPort());
    Socket far = server.accept();
    saw("and a connection, both its ends here", 3, sockets() - before);
    // end::connection[]

    // tag::one[]
    near.close();
    saw("one end closed", 2, sockets() - before);
    // end::one[]
    far.close();
    server.close();
    saw("all closed", 0, sockets() - before);

    // tag::many[]
    List<DatagramSocket> many = new ArrayList<>();
    for (int i = 0; i < 50; i++)
        many.add(new DatagramSocket(0, here));
    saw("fifty made, none closed", 50, sockets() - before);
    many.forEach(DatagramSocket::close);
    saw("all closed", 0, sockets() - before);
    // end::many[]
}

// An entry is a link: to /dev/null, to a file, or to socket:[4711].
boolean isSocket(Path entry) {
    try {
        return Files.readSymbolicLink(entry).toString()
            .startsWith("socket:");
    } catch (IOException e) {
        return false; // the list itself was open, and is no more
    }
}

void saw(String what, long expected, long seen) {
    IO.println("%s: expected %d, saw %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
