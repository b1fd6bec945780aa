///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Two ports in one program, and to which a caller gets
// A port does not lead to a process: it leads to a socket. Here are
// two of them in one program, and each hears its own callers only.
// Slides: E-06b E-19 E-20a E-21a P-04b
// Claims: 35
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket one = new ServerSocket(0, 5, loopback);
            ServerSocket two = new ServerSocket(0, 5, loopback)) {
        IO.println("one listens on port " + one.getLocalPort());
        IO.println("two listens on port " + two.getLocalPort());

        // Two is called first; who asks first does not matter.
        call(two, "for two");
        call(one, "for one");
        saw("one hears", "for one", hears(one));
        saw("two hears", "for two", hears(two));
    }
}

void call(ServerSocket server, String text) throws IOException {
    try (Socket caller = new Socket()) {
        caller.connect(server.getLocalSocketAddress());
        caller.getOutputStream().write(text.getBytes(UTF_8));
    }
}

String hears(ServerSocket server) throws IOException {
    try (Socket accepted = server.accept()) {
        return new String(
            accepted.getInputStream().readAllBytes(), UTF_8);
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
