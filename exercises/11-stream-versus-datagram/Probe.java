///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Finds out what answers there: an exercise to lecture 11
// Somebody sends back what he gets, by stream or by datagram. The
// program finds out, and says what has become of its messages.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (Socket stream = new Socket(here, port)) {
        // TODO Send the eight messages, end the sending, and collect
        // what comes back. Now nothing is sent, and nothing is said.
        System.err.println("not written yet, unused: " + stream);
    }
    // TODO Nobody there by stream? Then try it with datagrams.
}

String message(int number) {
    return "probe " + number + "\n";
}
