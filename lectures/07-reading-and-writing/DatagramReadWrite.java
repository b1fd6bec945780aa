///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION read and write on a datagram socket: they work, too
// read and write ask for a connected socket, not for a stream. On a
// datagram socket each write is one datagram, and each read takes one:
// if there is no room for all of it, the rest is gone.
// Slides: E-61d
// Claims: 84
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramChannel receiver = DatagramChannel.open();
            DatagramChannel sender = DatagramChannel.open();
            Selector arrival = Selector.open()) {
        receiver.bind(new InetSocketAddress(loopback, 0));
        // tag::connect[]
        sender.connect(receiver.getLocalAddress()); // <.>
        // end::connect[]
        receiver.connect(sender.getLocalAddress());
        receiver.configureBlocking(false);
        receiver.register(arrival, SelectionKey.OP_READ);

        int[][] sizes = {{2, 2}, {3, 3}, {100, 80}, {1, 1}};
        for (int[] size : sizes) {
            ByteBuffer data = ByteBuffer.allocate(80);
            // tag::write[]
            sender.write(ByteBuffer.allocate(size[0])); // <.>
            // end::write[]
            // two seconds at most: a datagram may get lost
            int n = -1;
            if (arrival.select(2000) > 0) {
                arrival.selectedKeys().clear();
                // tag::read[]
                n = receiver.read(data); // <.>
                // end::read[]
            }
            IO.println(
                "a write of %d, a read of 80: expected %d, saw %d"
                    .formatted(size[0], size[1], n));
            if (n != size[1]) System.exit(1);
        }
    }
}
