///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The states of both ends of a connection, step by step
// TCP seen from inside: Linux writes the state of every socket into a
// table, /proc/net/tcp. After each step we look up both ends of our
// connection. (Linux only: elsewhere there is no such table.)
// Slides: K-08a K-08b K-08d K-08e R-15a R-15b R-15c U-25d
// Claims: 90 93
final ProtocolFamily IP_4 = StandardProtocolFamily.INET;
final Path TABLE = Path.of("/proc/net/tcp");
final String[] STATES = {"", "ESTABLISHED", "SYN_SENT", "SYN_RECV",
    "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT",
    "LAST_ACK", "LISTEN", "CLOSING"};
ServerSocketChannel parent;
SocketChannel child;
SocketChannel client;
int ours; // the client's port, 0 as long as it has none

void main() throws IOException {
    if (!Files.isReadable(TABLE)) {
        IO.println("this system has no /proc/net/tcp");
        return;
    }
    // a Socket of Java's is one of IPv6, and in that one's table
    parent = ServerSocketChannel.open(IP_4);
    parent.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    parent.bind(new InetSocketAddress("127.0.0.1", 0), 5);
    after("the server listens", "-", "LISTEN");
    dial();
    after("the client connects", "ESTABLISHED", "ESTABLISHED");
    child = parent.accept();
    after("the server accepts", "ESTABLISHED", "ESTABLISHED");
    client.shutdownOutput();
    after("the client ends its sending", "FIN_WAIT2", "CLOSE_WAIT");
    child.write(ByteBuffer.allocate(100));
    client.read(ByteBuffer.allocate(100));
    after("the server goes on sending", "FIN_WAIT2", "CLOSE_WAIT");
    child.close();
    after("the server closes", "TIME_WAIT", "-");
    client.close();
    after("the client closes", "TIME_WAIT", "-");

    again("again, and the server closes first");
    child.close();
    after("the server closes", "CLOSE_WAIT", "FIN_WAIT2");
    client.close();
    after("the client closes", "-", "TIME_WAIT");

    again("again, and the client has more to say than is read");
    client.setOption(StandardSocketOptions.SO_SNDBUF, 200_000);
    client.write(ByteBuffer.allocate(100_000));
    child.shutdownOutput();
    after("the server ends its sending", "CLOSE_WAIT", "FIN_WAIT2");
    client.close();
    after("the client closes", "LAST_ACK", "FIN_WAIT2");
    ByteBuffer data = ByteBuffer.allocate(100_000);
    while (child.read(data.clear()) >= 0) continue;
    after("the server reads it all", "-", "TIME_WAIT");
    child.close();

    again("again, and the client breaks off");
    client.setOption(StandardSocketOptions.SO_LINGER, 0);
    client.close();
    after("the client lingers 0 s, and closes", "-", "-");
    child.close();
    parent.close();
}

void dial() throws IOException {
    client = SocketChannel.open(IP_4);
    client.connect(parent.getLocalAddress());
    ours = client.socket().getLocalPort();
}

void again(String story) throws IOException {
    IO.println(story);
    dial();
    child = parent.accept();
}

void after(String step, String atClient, String atServer)
        throws IOException {
    int theirs = parent.socket().getLocalPort();
    String one = "", other = "";
    // a state may take a moment to come: two systems have to talk
    long deadline = System.nanoTime() + 2_000_000_000L;
    while ((!one.equals(atClient) || !other.equals(atServer))
            && System.nanoTime() < deadline) {
        String table = Files.readString(TABLE);
        one = state(table, ours, theirs);
        other = state(table, theirs, ours);
    }
    IO.println(step);
    IO.println("  client: expected " + atClient + ", saw " + one);
    IO.println("  server: expected " + atServer + ", saw " + other);
    if (!one.equals(atClient) || !other.equals(atServer))
        System.exit(1);
}

// A row: number, here, there, state; address:port, hexadecimal, the
// bytes of the address turned round (lecture 03). No "there" is 0:0.
String state(String table, int here, int there) {
    String ports = ":%04X %s:%04X ".formatted(
        here, there == 0 ? "00000000" : "0100007F", there);
    int at = table.indexOf(ports) + ports.length();
    return at < ports.length() ? "-"
        : STATES[Integer.parseInt(table.substring(at, at + 2), 16)];
}
