///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks until it is answered: an exercise to lecture 10
// A client sends requests over a network that loses some, and prints
// the answer to each. The brief is in README.adoc, beside this file.

import java.net.DatagramSocket;
import java.net.InetAddress;

void main(String[] args) throws IOException {
    InetAddress host = InetAddress.getByName(args[0]);
    int port = Integer.parseInt(args[1]);
    try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(host, port);
        for (int number = 1; number <= args.length - 2; number++) {
            IO.println(answer(socket, number, args[number + 1]));
        }
    }
}

String answer(DatagramSocket socket, int number, String text) {
    // TODO Send the request, wait for its answer, and ask again if
    // there is none. Now the server is not even asked.
    return "";
}
