///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A write that takes only a part, and the loop around it
// A write hands bytes to the system, which has room for so many. One
// that does not wait says how many it took; the rest is still ours,
// and the next write has to begin where this one stopped.
// Slides: E-61b E-61c U-22a K-16c
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
        listening.bind(new InetSocketAddress(loopback, 0));
        SocketChannel client = SocketChannel.open();
        client.connect(listening.getLocalAddress());
        Socket server = listening.accept().socket();
        server.setSoTimeout(2000);
        // a small room, so that every system can be seen to fill it
        client.setOption(StandardSocketOptions.SO_SNDBUF, 65536);
        int size = 16 << 20;
        ByteBuffer data = ByteBuffer.allocate(size);

        IO.println("16 MiB to write, and nobody reads");
        // tag::part[]
        client.configureBlocking(false);
        int sent = client.write(data); // <.>
        // end::part[]
        saw("one write took", "a part", amount(sent, size));
        int n = sent;
        while (n > 0) {
            n = client.write(data);
            sent += n;
        }
        saw("the last of many took", "nothing", amount(n, size));
        saw("all of them took", "a part", amount(sent, size));

        IO.println("somebody reads, and the writes go on");
        byte[] some = new byte[65536];
        int got = 0;
        while (got < size && n >= 0) {
            // tag::rest[]
            if (data.hasRemaining()) sent += client.write(data); // <.>
            // end::rest[]
            n = server.getInputStream().read(some);
            if (n > 0) got += n;
        }
        saw("written", "all", amount(sent, size));
        saw("read", "all", amount(got, size));
        client.close();
        server.close();
    }
}

String amount(int bytes, int all) {
    return bytes == 0 ? "nothing" : bytes < all ? "a part" : "all";
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
