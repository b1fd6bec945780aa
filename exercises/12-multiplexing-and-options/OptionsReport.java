///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Turns knobs and reports: an exercise to lecture 12
// A program has a listener, a client and their child, and reads from
// stdin which options to read and set. The brief is in README.adoc.

import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var listener = ServerSocketChannel.open();
            var client = SocketChannel.open()) {
        listener.bind(new InetSocketAddress(loopback, 0));
        // TODO Read a line, do what it says, print one line, until the
        // end of the input. Now nothing is read, and nothing said.
        System.err.println("not written yet, unused: " + client);
    }
}
