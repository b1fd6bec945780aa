///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: an exercise to lecture 04
// A client sends names, one a line, and prints the reply to each.
// The brief is in README.adoc, beside this file.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    try (Socket server = new Socket(host, port)) {
        // TODO Say each name, read its reply, print it. Now the server
        // is called, and hears nothing.
        System.err.println("not written yet, unused: " + server);
    }
}

String reply(BufferedReader in) throws IOException {
    // TODO Read until a line is whole. Now there is never a reply.
    return null;
}
