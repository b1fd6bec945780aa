///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: an exercise to lecture 09
// A server sends each of its clients their own bytes back, and none
// of them waits for another. The brief is in README.adoc.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
        // TODO Say where you listen, then accept clients for ever, and
        // let nobody wait for another's conversation. Now the server is
        // gone before anyone can call.
        System.err.println("not written yet, unused: " + server);
    }
}

void serve(Socket client) throws IOException {
    // TODO Send back what comes, at once, until EOF. Now it is lost.
    client.close();
}
