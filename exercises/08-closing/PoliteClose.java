///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Counts, and closes politely: an exercise to lecture 08
// A server counts up to the number that its client says, and closes
// so that the client gets all of it. The brief is in README.adoc.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
        // TODO Say where you listen, then accept one client after
        // another, for ever, and serve each. Now nobody learns the
        // port, and the server is gone before anyone can call.
        System.err.println("not written yet, unused: " + server);
    }
}

void serve(Socket client) throws IOException {
    // TODO Read a line, count, and close politely. Now it slams.
    client.close();
}
