///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Passes on what its guests say: an exercise to lecture 09
// A room in which each line of one guest goes to all the others, and
// none of them waits for another. The brief is in README.adoc.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String host = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
        // TODO Say where you listen, then let guests come for ever. Now
        // the room is gone before anyone can enter.
        System.err.println("not written yet, unused: " + server);
    }
}

void entertain(Socket guest) throws IOException {
    // TODO Count it in, tell all how many are here, pass on its lines
    // until EOF, count it out. Now it is sent away.
    guest.close();
}
