///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The states of both ends of a connection, step by step
// TCP seen from inside: Linux writes the state of every socket into a
// table, /proc/net/tcp. After each step we look up both ends of our
// connection. (Linux only: elsewhere there is no such table.)
// Slides: K-08a K-08b K-08d K-08e R-15a R-15b R-15c U-25d
// Claims: 90 93

final Path[] TABLES = {
    Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")};
final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
final String[] STATES = {"", "ESTABLISHED", "SYN_SENT", "SYN_RECV",
    "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE", "CLOSE_WAIT",
    "LAST_ACK", "LISTEN", "CLOSING"};
ServerSocket parent;
Socket child;
Socket client;

void main() throws IOException {
    if (!Files.isReadable(TABLES[0])) {
        IO.println("this system has no /proc/net/tcp");
        return;
    }
    parent = new ServerSocket();
    parent.setReceiveBufferSize(4096);
    parent.bind(new InetSocketAddress(LOOPBACK, 0), 5);
    client = new Socket();
    after("the server listens", "-", "LISTEN");
    client.connect(parent.getLocalSocketAddress());
    after("the client connects", "ESTABLISHED", "ESTABLISHED");
    child = parent.accept();
    after("the server accepts", "ESTABLISHED", "ESTABLISHED");
    client.shutdownOutput();
    after("the client ends its sending", "FIN_WAIT2", "CLOSE_WAIT");
    child.getOutputStream().write(new byte[100]);
    client.getInputStream().readNBytes(100);
    after("the server goes on sending", "FIN_WAIT2", "CLOSE_WAIT");
    child.close();
    after("the server closes", "TIME_WAIT", "-");
    client.close();
    after("the client closes", "TIME_WAIT", "-");

    connect("again, and the server closes first");
    child.close();
    after("the server closes", "CLOSE_WAIT", "FIN_WAIT2");
    client.close();
    after("the client closes", "-", "TIME_WAIT");

    connect("again, and the client has more to say than is read");
    client.setSendBufferSize(200_000);
    client.getOutputStream().write(new byte[100_000]);
    child.shutdownOutput();
    after("the server ends its sending", "CLOSE_WAIT", "FIN_WAIT2");
    client.close();
    after("the client closes", "LAST_ACK", "FIN_WAIT2");
    child.getInputStream().readAllBytes();
    after("the server reads it all", "-", "TIME_WAIT");
    child.close();

    connect("again, and the client breaks off");
    client.setSoLinger(true, 0);
    client.close();
    after("the client lingers 0 s, and closes", "-", "-");
    child.close();
    parent.close();
}

void connect(String story) throws IOException {
    IO.println(story);
    client = new Socket(LOOPBACK, parent.getLocalPort());
    child = parent.accept();
}

void after(String step, String atClient, String atServer)
        throws IOException {
    int theirs = parent.getLocalPort();
    int ours = client.isBound() ? client.getLocalPort() : 0;
    String one = "", other = "";
    // a state may take a moment to come: two systems have to talk
    long deadline = System.nanoTime() + 2_000_000_000L;
    while ((!one.equals(atClient) || !other.equals(atServer))
            && System.nanoTime() < deadline) {
        one = state(ours, theirs);
        other = state(theirs, ours);
    }
    IO.println("%s%n  client: expected %s, saw %s".formatted(
        step, atClient, one));
    IO.println("  server: expected %s, saw %s".formatted(
        atServer, other));
    if (!one.equals(atClient) || !other.equals(atServer))
        System.exit(1);
}

// A row: number, here, there, state; address:port, all hexadecimal.
String state(int here, int there) throws IOException {
    var ours = Pattern.compile(" *\\d+: \\w+:%04X \\w+:%04X (..) .*"
        .formatted(here, there));
    for (Path table : TABLES)
        for (String row : Files.readAllLines(table)) {
            Matcher found = ours.matcher(row);
            if (found.matches())
                return STATES[Integer.parseInt(found.group(1), 16)];
        }
    return "-";
}
