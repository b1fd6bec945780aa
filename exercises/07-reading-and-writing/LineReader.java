///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Reads lines with a limit: an exercise to lecture 07
// A client prints each line that a server says, and how long it is. A
// line that is too long is an error. The brief is in README.adoc.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    int max = args.length > 2 ? Integer.parseInt(args[2]) : 80;
    try (Socket server = new Socket(host, port)) {
        // TODO Print each line of at most max bytes. Now the server
        // is called, and nobody listens to it.
        System.err.println("not written yet, unused: " + server + max);
    }
}

byte[] line(InputStream in, int max) throws IOException {
    // TODO Collect bytes until a line is whole. Now there is none.
    return null;
}
