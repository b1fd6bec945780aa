///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends datagrams back: an exercise to lecture 10
// A server sends each datagram back to whoever sent it.
// The brief is in README.adoc, beside this file.

import java.net.DatagramSocket;
import java.net.InetSocketAddress;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    var address = new InetSocketAddress(host, port);
    try (DatagramSocket server = new DatagramSocket(address)) {
        // TODO Say where you listen, then take one datagram after
        // another, for ever, and send each back. Now the server is
        // gone before anyone can write to it.
        System.err.println("not written yet, unused: " + server);
    }
}
