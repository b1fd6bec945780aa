///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: one read, one reply
// Marks: 15 of 20
// Fails: pieces, together, utf8
// Mistake: ONE_READ
// Comment: The reply comes in one piece on your machine, and you take
//   one read for it. Collect bytes until the line is whole, and keep
//   what is behind its end.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Socket;

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT NAME");
    int port = port(args[1]);
    try (Socket server = new Socket(args[0], port)) {
        talk(server, List.of(args).subList(2, args.length));
    } catch (ConnectException e) {
        fail(1, "connect: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

void talk(Socket server, List<String> names) throws IOException {
    byte[] data = new byte[512];
    for (String name : names) {
        server.getOutputStream().write((name + "\n").getBytes(UTF_8));
        int n = server.getInputStream().read(data);
        if (n < 0) fail(1, "read: the server said nothing");
        IO.println(new String(data, 0, n, UTF_8).strip());
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port > 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    return fail(2, "not a port: " + word);
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
