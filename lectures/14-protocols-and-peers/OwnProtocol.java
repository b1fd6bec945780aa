///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A protocol of our own, and an outsider who learns it
// A team has a protocol that nobody else knows: a letter, a length in
// two bytes, a text. Somebody who stands between its client and its
// server reads the bytes, sends them again, and then other ones.
// Slides: U-11a U-11b U-11c
// Claims: 112
import static java.nio.charset.StandardCharsets.UTF_8;

final InetAddress loopback = InetAddress.getLoopbackAddress();

// tag::frame[]
record Frame(char kind, String text) {
    byte[] bytes() {
        byte[] body = text.getBytes(UTF_8);
        return ByteBuffer.allocate(3 + body.length)
            .put((byte) kind)
            .putShort((short) body.length) // <.>
            .put(body).array();
    }

    static Frame from(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        char kind = (char) in.readUnsignedByte();
        byte[] body = new byte[in.readUnsignedShort()];
        in.readFully(body); // <.>
        return new Frame(kind, new String(body, UTF_8));
    }
}
// end::frame[]

void main() throws Exception {
    ServerSocket server = new ServerSocket(0, 5, loopback);
    ServerSocket relay = new ServerSocket(0, 5, loopback);
    IO.println("the team's server listens");
    saw("its port", "1024 or more",
        server.getLocalPort() >= 1024 ? "1024 or more" : "known");
    Thread.ofPlatform().daemon().start(() -> serve(server));

    IO.println("the team's client asks for the kitchen");
    Thread client = Thread.ofPlatform().start(() -> ask(relay));
    List<byte[]> heard = pass(relay.accept(), server.getLocalPort());
    client.join();

    IO.println("what the relay has read");
    show("client", heard.get(0));
    show("server", heard.get(1));

    IO.println("an outsider sends the client's bytes again");
    saw("the answer", "A 21 degrees", exchange(server.getLocalPort(),
        heard.get(0)));
    IO.println("and then, having understood them, bytes of its own");
    saw("the answer", "A 12 degrees", exchange(server.getLocalPort(),
        new Frame('Q', "cellar").bytes()));
    saw("the answer", "N unknown", exchange(server.getLocalPort(),
        new Frame('Q', "attic").bytes()));
}

// tag::serve[]
void serve(ServerSocket door) {
    var degrees = Map.of("kitchen", "21", "cellar", "12");
    for (;;) {
        try (Socket client = door.accept()) {
            Frame asked = Frame.from(client.getInputStream());
            String found = degrees.get(asked.text());
            Frame answer = asked.kind() != 'Q' || found == null
                ? new Frame('N', "unknown") // <.>
                : new Frame('A', found + " degrees");
            client.getOutputStream().write(answer.bytes());
        } catch (IOException e) {
            System.err.println("a client: " + e.getMessage());
        }
    }
}
// end::serve[]

void ask(ServerSocket place) {
    try {
        saw("the answer", "A 21 degrees", exchange(place.getLocalPort(),
            new Frame('Q', "kitchen").bytes()));
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}

// tag::relay[]
// It knows nothing of frames: bytes there, until their end, and back.
List<byte[]> pass(Socket caller, int port) throws IOException {
    try (caller; Socket server = new Socket(loopback, port)) {
        byte[] there = caller.getInputStream().readAllBytes();
        server.getOutputStream().write(there);
        server.shutdownOutput();
        byte[] back = server.getInputStream().readAllBytes();
        caller.getOutputStream().write(back);
        return List.of(there, back);
    }
}
// end::relay[]

String exchange(int port, byte[] question) throws IOException {
    try (Socket socket = new Socket(loopback, port)) {
        socket.setSoTimeout(4000);
        socket.getOutputStream().write(question);
        socket.shutdownOutput();
        Frame answer = Frame.from(socket.getInputStream());
        return answer.kind() + " " + answer.text();
    }
}

void show(String who, byte[] bytes) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes);
    String text = new String(bytes, UTF_8).replaceAll("[^ -~]", ".");
    IO.println("  " + who + ": " + hex + "  " + text);
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
