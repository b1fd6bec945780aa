///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Both ends in one program, step by step, in three languages
// Server and client in one program, one step after the other, each
// with its line of C and of Python, what we expect and what we saw.
// One thread plays both parts: connect does not wait for accept.
// Slides: E-36 E-68a E-68b E-69c P-10c U-26
// Claims: 21 86
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    step("server", "socket", "new ServerSocket()",
        "socket(family, SOCK_STREAM, 0)",
        "socket.socket(family, SOCK_STREAM)");
    ServerSocket server = new ServerSocket();
    saw("server has a port", false, server.isBound());

    step("server", "bind, listen", "server.bind(address, 5)",
        "bind(server, address, size); listen(server, 5)",
        "server.bind(address); server.listen(5)");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server.bind(new InetSocketAddress(loopback, 0), 5);
    saw("server has a port", true, server.isBound());

    step("client", "socket, connect",
        "new Socket(); client.connect(address)",
        "socket(...); connect(client, address, size)",
        "socket.socket(...); client.connect(address)");
    Socket client = new Socket();
    client.connect(server.getLocalSocketAddress());
    saw("client is connected, and not yet accepted",
        true, client.isConnected());

    step("client", "write", "out.write(bytes)",
        "write(client, message, length)",
        "client.sendall(message)");
    client.getOutputStream().write("hello server".getBytes(UTF_8));

    step("client", "shutdown", "client.shutdownOutput()",
        "shutdown(client, SHUT_WR)",
        "client.shutdown(SHUT_WR)");
    client.shutdownOutput();
    saw("client is closed", false, client.isClosed());

    step("server", "accept", "server.accept()",
        "accept(server, NULL, NULL)",
        "client, peer = server.accept()");
    Socket accepted = server.accept();
    saw("server talks to the client's port",
        client.getLocalPort(), accepted.getPort());

    step("server", "read", "in.readNBytes(512)",
        "while (n > 0 ...) n = read(client, ...)",
        "while ...: chunk = client.recv(...)");
    byte[] message = accepted.getInputStream().readNBytes(512);
    saw("server read", "hello server", new String(message, UTF_8));

    step("server", "write, close", "out.write(bytes); client.close()",
        "write(client, reply, length); close(client)",
        "client.sendall(reply); client.close()");
    accepted.getOutputStream()
        .write("back to ya client".getBytes(UTF_8));
    accepted.close();

    step("client", "read", "in.readNBytes(512)",
        "while (n > 0 ...) n = read(client, ...)",
        "while ...: chunk = client.recv(...)");
    byte[] reply = client.getInputStream().readNBytes(512);
    saw("client read", "back to ya client", new String(reply, UTF_8));

    step("client", "close", "client.close()",
        "close(client)",
        "client.close()");
    client.close();

    step("server", "close", "server.close()",
        "close(server)",
        "server.close()");
    server.close();
}

int steps;

void step(String who, String call, String java, String c, String py) {
    IO.println("%2d %s: %s".formatted(++steps, who, call));
    IO.println("     Java    " + java);
    IO.println("     C       " + c);
    IO.println("     Python  " + py);
}

void saw(String what, Object expected, Object seen) {
    IO.println("     %s: expected %s, saw %s".formatted(
        what, shown(expected), shown(seen)));
    if (!expected.equals(seen)) System.exit(1);
}

// The one number among the answers is a port, and should say so.
Object shown(Object value) {
    return value instanceof Integer ? "port " + value : value;
}
