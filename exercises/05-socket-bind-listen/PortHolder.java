///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Holds ports for others: an exercise to lecture 05
// A program opens many ports at once, all or none, and keeps them.
// The brief is in README.adoc, beside this file.

import java.net.InetAddress;
import java.net.ServerSocket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws IOException {
    for (String arg : args) {
        int port = Integer.parseInt(arg);
        try (ServerSocket held = opened(port)) {
            // TODO Hold them all, say which they are, and stay. Now
            // each is let go before the next is opened.
            System.err.println("not written yet, unused: " + held);
        }
    }
}

ServerSocket opened(int port) throws IOException {
    // TODO Make room for twenty callers, and say why it failed.
    return new ServerSocket(port, 1, loopback);
}
