///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gets a page by HTTP: an exercise to lecture 14
// A client asks a web server for one path, and writes on stdout what
// it gets. The brief is in README.adoc, beside this file.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args[0];
    int port = Integer.parseInt(args[1]);
    String path = args[2];
    try (Socket server = new Socket(host, port)) {
        // TODO Send the request, read the head of the answer, then
        // its body, and write that on stdout. Now nothing is asked.
        System.err.println("not written yet: " + server + path);
    }
}
