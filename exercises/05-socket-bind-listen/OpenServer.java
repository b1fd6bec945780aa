///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Opens the first free port: an exercise to lecture 05
// A server looks for a free port in a range, and says which it found.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws IOException {
    int first = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    int last = args.length > 1 ? Integer.parseInt(args[1]) : first;
    int backlog = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    try (ServerSocket server = opened(first, last, backlog)) {
        // TODO Say where you listen, then serve one client after
        // another, for ever. Now nobody learns the port.
        System.err.println("not written yet, unused: " + server);
    }
}

ServerSocket opened(int first, int last, int backlog)
        throws IOException {
    // TODO Try one port after another. Now only the first is tried.
    return new ServerSocket(first, backlog, loopback);
}

void serve(Socket client) throws IOException {
    // TODO Tell the client the port, then wait for its end.
}
