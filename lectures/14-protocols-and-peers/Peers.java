///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Three peers, each of them client and server at once
// Three peers in a ring. Each has called its neighbour and waits for
// the answer, when it is called itself: client of one, server of the
// other, at the same time.
// Slides: U-05a U-05b U-05c
// Claims: 14
import static java.nio.charset.StandardCharsets.UTF_8;

static final int PATIENCE = 4000;

final InetAddress loopback = InetAddress.getLoopbackAddress();
boolean allAsExpected = true;

// tag::peer[]
void peer(String name, ServerSocket door, String next,
        ServerSocket nextDoor) {
    try (Socket asServer = door.accept()) {
        String token = all(asServer) + " " + name;
        try (Socket asClient = call(name, next, nextDoor, token)) {
            say(asServer, all(asClient)); // <.>
        }
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
// end::peer[]

void main() throws Exception {
    ServerSocket a = listening(), b = listening(), c = listening();
    Thread peerB = Thread.ofPlatform().start(
        () -> peer("B", b, "C", c));
    Thread peerC = Thread.ofPlatform().start(
        () -> peer("C", c, "A", a));

    // tag::first[]
    Socket asClient = call("A", "B", b, "A"); // <.>
    Socket asServer = a.accept(); // <.>
    String token = all(asServer);
    saw("A is called, while its own call waits", "A B C", token);
    say(asServer, token + " A");
    String answer = all(asClient); // <.>
    // end::first[]
    saw("the answer comes the way back", "A B C A", answer);
    asServer.close();
    asClient.close();

    peerB.join();
    peerC.join();
    if (!allAsExpected) System.exit(1);
}

Socket call(String name, String next, ServerSocket door, String token)
        throws IOException {
    IO.println(name + " calls " + next + " with: " + token);
    Socket asClient = new Socket(loopback, door.getLocalPort());
    asClient.setSoTimeout(PATIENCE);
    say(asClient, token);
    return asClient;
}

ServerSocket listening() throws IOException {
    ServerSocket door = new ServerSocket(0, 5, loopback);
    door.setSoTimeout(PATIENCE);
    return door;
}

void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.shutdownOutput();
}

String all(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE);
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    allAsExpected &= expected.equals(seen);
}
