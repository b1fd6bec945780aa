///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Turns frames round: an exercise to lecture 07
// A server reads frames, a length and so many bytes, and answers each
// with its bytes in reverse. The brief is in README.adoc.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
        // TODO Say where you listen, then serve one client after
        // another, for ever. Now nobody learns the port, and the
        // server is gone before anyone can call.
        System.err.println("not written yet, unused: " + server);
    }
}

void serve(Socket client) throws IOException {
    // TODO Read a frame, answer it, until the client ends. Now each
    // frame would stay where it is.
}
