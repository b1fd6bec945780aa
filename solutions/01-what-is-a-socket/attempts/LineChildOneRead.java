///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers in capitals: takes what has come
// Marks: 16 of 20
// Fails: pieces, utf8
// Mistake: ONE_READ
// Comment: On your machine the line comes in one piece, and you take
//   one read for it. A read gives what is there, which may be one
//   byte: collect them until the line is whole.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.Socket;

String call = "getaddrinfo";

void main(String[] args) {
    if (args.length != 2) fail(2, "usage: LineChild HOST PORT");
    int port = port(args[1]);
    try {
        InetAddress host = InetAddress.getByName(args[0]);
        call = "connect";
        try (Socket parent = new Socket(host, port)) {
            talk(parent);
        }
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
}

void talk(Socket parent) throws IOException {
    call = "read";
    byte[] some = new byte[4096];
    int n = parent.getInputStream().read(some);
    if (n < 0) fail(1, "read: the parent said nothing");
    String line = new String(some, 0, n, UTF_8)
        .replaceAll("\\R$", "");
    call = "write";
    parent.getOutputStream().write(
        (answer(line) + "\n").getBytes(UTF_8));
}

String answer(String line) {
    return line.toUpperCase(Locale.ROOT);
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 1 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, "port: not a number from 1 to 65535: " + word);
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
