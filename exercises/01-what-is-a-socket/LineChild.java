///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers its parent in capitals: an exercise to lecture 01
// A program that is started, told a port, and calls back: its parent
// says a line, it says the same in capital letters, and ends.
// The brief is in README.adoc, beside this file.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    try (Socket parent = new Socket(host, port)) {
        // TODO Read the parent's line, answer it. Now the parent is
        // called, and then nobody says a word.
        System.err.println("not written yet, unused: " + parent);
    }
}

String answer(String line) {
    // TODO The same line in capital letters. Now it is an echo.
    return line;
}
