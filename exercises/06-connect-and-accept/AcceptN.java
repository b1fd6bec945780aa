///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Waits for n clients: an exercise to lecture 06
// A server accepts n clients, tells each who has come, and begins
// again. The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket server = new ServerSocket(port, 50, here)) {
        // TODO Say where you listen, then accept n clients, tell them,
        // and begin again. Now the server is gone at once.
        System.err.println("not written yet, unused: " + server);
    }
}

String addressOf(Socket client) {
    // TODO Who is that? Now everybody has the same address.
    return "127.0.0.1 port 0";
}
