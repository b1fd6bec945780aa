///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Tells the time in four bytes: an exercise to lecture 14
// A server tells the time to whoever asks, by stream and by datagram,
// at the same port number. The brief is in README.adoc, beside this
// file.

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String name = args.length > 1 ? args[1] : "127.0.0.1";
    InetAddress address = InetAddress.getByName(name);
    try (var stream = new ServerSocket(port, 50, address);
            var post = new DatagramSocket(
                    stream.getLocalPort(), address)) {
        // TODO Say where you listen, then tell the time at both, for
        // ever. Now the server is gone before anyone can ask.
        System.err.println("not written yet: " + stream + post);
    }
}
