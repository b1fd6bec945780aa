///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers in capitals: tells what it does
// Marks: 18 of 20
// Fails: silent
// Mistake: CHATTY
// Comment: Everything on the socket is right, and stdout has a word
//   too many. Whoever starts your program may read that, and takes it
//   for the result: tell it to stderr.

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
    String line = new BufferedReader(new InputStreamReader(
        parent.getInputStream(), UTF_8)).readLine();
    if (line == null) fail(1, "read: the parent said nothing");
    call = "write";
    parent.getOutputStream().write(
        (answer(line) + "\n").getBytes(UTF_8));
    IO.println("answered: " + answer(line));
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
