///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The options Java knows, for each kind of socket
// What can be set, and on which kind of socket? Java answers that, and
// the answer differs from system to system. What it does not list,
// Java cannot reach.
// Slides: P-14e P-14f U-08b
// Claims: 10
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    SocketChannel stream = SocketChannel.open();
    ServerSocketChannel listener = ServerSocketChannel.open();
    DatagramChannel datagram = DatagramChannel.open();

    // tag::list[]
    SortedSet<String> all = new TreeSet<>();
    for (NetworkChannel s : List.of(stream, listener, datagram))
        all.addAll(names(s)); // <.>
    IO.println(row("option", true, true, true));
    for (String name : all)
        IO.println(row(name, names(stream).contains(name),
            names(listener).contains(name),
            names(datagram).contains(name)));
    // end::list[]

    saw("a stream socket has more than five", true,
        names(stream).size() > 5);
    saw("the largest segment, TCP_MAXSEG, is there", false,
        all.contains("TCP_MAXSEG"));
    stream.setOption(StandardSocketOptions.SO_RCVBUF, 20000);
    saw("SO_RCVBUF set to 20000, read back", 20000,
        stream.getOption(StandardSocketOptions.SO_RCVBUF)); // <.>
    String seen = "done";
    try {
        listener.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (UnsupportedOperationException e) { // <.>
        seen = "unsupported";
    }
    saw("TCP_NODELAY set on a listener", "unsupported", seen);
    stream.close();
    listener.close();
    datagram.close();
}

Set<String> names(NetworkChannel s) {
    return s.supportedOptions().stream().map(SocketOption::name)
        .collect(Collectors.toSet());
}

String row(String name, boolean... has) {
    return "%-22s%-8s%-10s%s".formatted(name,
        has[0] ? "stream" : "", has[1] ? "listener" : "",
        has[2] ? "datagram" : "").stripTrailing();
}

void saw(String what, Object expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
