///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Calls until somebody answers: an exercise to lecture 06
// A client that does not give up too early, and not too late.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    InetAddress address = InetAddress.getByName(host);
    // TODO Try every address of every host, and again, until one takes
    // the call or the time is up. Now one is called, once.
    try (Socket server = new Socket(address, port)) {
        System.err.println("not written yet, unused: " + server);
    }
}
