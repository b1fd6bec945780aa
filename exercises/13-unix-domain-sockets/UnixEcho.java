///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Echoes at a path: an exercise to lecture 13
// An echo server with a file name for its address. It cleans up after
// a dead server, never after a live one. The brief is in README.adoc.

import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    try (var server =
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        // TODO Look at what is at the path before you bind, say where
        // you listen, and serve. Now the server is gone at once.
        System.err.println("not written yet, unused: "
            + file + " " + server);
    }
}

void serve(SocketChannel client) throws IOException {
    // TODO Send back what comes, at once, until EOF. Now it is lost.
    client.close();
}
