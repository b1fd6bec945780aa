///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Speaks in records of 80 bytes: an exercise to lecture 07
// A client says texts, each in a record of 80 bytes, and prints the
// text of each record that comes back. The brief is in README.adoc.

import java.net.Socket;

void main(String[] args) throws IOException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 1234;
    try (Socket server = new Socket(host, port)) {
        // TODO Say each text, read its reply, print it. Now the server
        // is called, and hears nothing.
        System.err.println("not written yet, unused: " + server);
    }
}

byte[] record(String text) {
    // TODO The text, and zero bytes up to 80. Now there is nothing.
    return new byte[0];
}

String text(byte[] record) {
    // TODO What is before the first zero byte. Now that is nothing.
    return "";
}
