///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Socket options: read, set, read back, and who inherits
// A socket has knobs. Read one, set it, read it back: a system may
// take a value, round it, or refuse, and only the reading tells. What
// is set on the listening socket goes to its children.
// Slides: P-14e P-14f U-08b
// Claims: 10
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

// tag::switch[]
void switchOn(SocketChannel s, SocketOption<Boolean> option)
        throws IOException {
    saw(option + " at first", "off", word(s.getOption(option)));
    s.setOption(option, true); // <.>
    saw(option + " set", "on", word(s.getOption(option)));
}
// end::switch[]

void linger(SocketChannel s) throws IOException {
    SocketOption<Integer> option = StandardSocketOptions.SO_LINGER;
    saw("SO_LINGER at first", "off",
        s.getOption(option) < 0 ? "off" : "on");
    s.setOption(option, 5);
    saw("SO_LINGER set to 5 s", "5 s", s.getOption(option) + " s");
}

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocketChannel door = ServerSocketChannel.open();
    door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    door.setOption(StandardSocketOptions.SO_RCVBUF, 20000); // <.>
    door.bind(new InetSocketAddress(loopback, 0));

    // tag::client[]
    SocketChannel client = SocketChannel.open();
    switchOn(client, StandardSocketOptions.SO_KEEPALIVE);
    switchOn(client, StandardSocketOptions.TCP_NODELAY);
    // end::client[]
    linger(client);
    saw("SO_RCVBUF at first, some", true,
        client.getOption(StandardSocketOptions.SO_RCVBUF) > 0);
    // tag::size[]
    client.setOption(StandardSocketOptions.SO_RCVBUF, 20000);
    int room = client.getOption(StandardSocketOptions.SO_RCVBUF);
    saw("SO_RCVBUF set to 20000, at least that", true,
        room >= 20000); // <.>
    // end::size[]

    client.connect(door.getLocalAddress());
    SocketChannel child = door.accept();
    saw("TCP_NODELAY after connect", "on",
        word(client.getOption(StandardSocketOptions.TCP_NODELAY)));
    saw("TCP_NODELAY of the other end", "off",
        word(child.getOption(StandardSocketOptions.TCP_NODELAY)));
    // tag::inherit[]
    saw("SO_REUSEADDR of the listener's child", "on", word(
        child.getOption(StandardSocketOptions.SO_REUSEADDR))); // <.>
    int its = door.getOption(StandardSocketOptions.SO_RCVBUF);
    int theirs = child.getOption(StandardSocketOptions.SO_RCVBUF);
    saw("SO_RCVBUF of the child, as the listener's", true,
        theirs == its);
    // end::inherit[]

    child.close();
    client.close();
    door.close();
    // tag::closed[]
    String seen = "a value";
    try {
        client.getOption(StandardSocketOptions.TCP_NODELAY); // <.>
    } catch (IOException e) {
        seen = "an error";
    }
    // end::closed[]
    saw("TCP_NODELAY after close", "an error", seen);
}

String word(boolean on) {
    return on ? "on" : "off";
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
