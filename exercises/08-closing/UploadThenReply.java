///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends its input, prints the reply: exercise to lecture 08
// A client sends all that it reads on stdin, says that this was all,
// and prints the whole reply. The brief is in README.adoc.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    try (Socket server = new Socket(host, port)) {
        upload(server);
        System.err.println("not written yet: the reply");
    }
}

void upload(Socket server) throws IOException {
    // TODO Send all of System.in, then end the sending, and keep the
    // socket. Now the server hears nothing, and then the end.
}
