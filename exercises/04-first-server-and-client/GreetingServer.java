///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: an exercise to lecture 04
// A server reads names, one a line, and says hello to each.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
        // TODO Say where you listen, then accept one client after
        // another, for ever, and greet each. Now nobody learns the
        // port, and the server is gone before anyone can call.
        System.err.println("not written yet, unused: " + server);
    }
}

void greet(Socket client) throws IOException {
    // TODO Read the client's lines and answer each at once. Now the
    // client would wait for a reply that never comes.
}
