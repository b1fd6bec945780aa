///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Who is calling? Asked in two ways, and once wrongly
// accept() can tell who has called, and getpeername() can tell it
// later. The slide asks properly and then prints something else: the
// number as it stands in memory. On a little-endian machine that is
// another one.
// Slides: E-65c E-65e R-12c U-24d
// Claims: 28 76
import java.nio.ByteOrder;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);
    Socket client = new Socket(loopback, server.getLocalPort());
    String caller = loopback.getHostAddress()
        + " port " + client.getLocalPort();
    IO.println("the client calls from " + caller);

    // Java's accept keeps the address in the socket that it returns:
    // there is one way to ask, not two.
    // tag::accept[]
    Socket child = server.accept();
    // end::accept[]
    // tag::getpeername[]
    InetAddress host = child.getInetAddress();
    int port = child.getPort();
    // end::getpeername[]
    saw("accept says", caller, host.getHostAddress()
        + " port " + child.getPort());
    saw("getpeername says", caller, host.getHostAddress()
        + " port " + port);

    // What C finds in sin_port, if ntohs is forgotten.
    ByteBuffer memory = ByteBuffer.allocate(2).putChar(0, (char) port);
    int printed = memory.order(ByteOrder.nativeOrder()).getChar(0);
    IO.println("the slide prints port " + printed);
    int turned = (port & 0xff) << 8 | port >> 8;
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    saw("which is that port with its bytes",
        little ? "turned round" : "as they are",
        printed == turned && little ? "turned round" : "as they are");
    child.close();
    client.close();
    server.close();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
