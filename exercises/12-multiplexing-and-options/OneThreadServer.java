///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Delivers letters by the number: an exercise to lecture 12
// A server with one thread takes orders from many clients, and none of
// them waits for another. The brief is in README.adoc.

import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    try (Selector selector = Selector.open();
            var server = ServerSocketChannel.open()) {
        server.bind(new InetSocketAddress(host, port));
        // TODO Say where you listen. Register the server, and select
        // for ever. Now it is gone before anyone can call.
        System.err.println("not written yet, unused: " + selector);
    }
}

void serve(SelectionKey key) throws IOException {
    // TODO Read what has come; if it is an order, write as much of the
    // answer as there is room for. What must be kept until the next
    // time? Now it is lost.
    key.channel().close();
}
