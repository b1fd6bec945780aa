///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Says what a socket has: an exercise to lecture 01
// One socket, from new to closed. At each step that we are asked for
// we print its two ends: local -> remote.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

void main(String[] args) throws IOException {
    InetAddress host = InetAddress.ofLiteral(args[0]);
    int port = Integer.parseInt(args[1]);
    List<String> steps = List.of(args).subList(2, args.length);
    try (Socket socket = new Socket()) {
        // TODO Take it through its steps, up to the last one asked
        // for. Now it is new, and stays so.
        InetSocketAddress there = new InetSocketAddress(host, port);
        System.err.println("not written yet: " + steps + there);
        System.err.println(ends(socket));
    }
}

String ends(Socket socket) {
    // TODO Numbers, brackets around IPv6, and - where there is no end.
    // Now it is what Java happens to say of a socket.
    return socket.toString();
}
