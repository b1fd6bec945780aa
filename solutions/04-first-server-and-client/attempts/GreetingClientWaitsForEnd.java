///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: reads to the end
// Marks: 14 of 20
// Fails: inTurn, together, serverStays, saysGoodbye
// Mistake: WAITS_FOR_END
// Comment: You read until the server closes, and ours has no reason
//   to: it waits for your next name. A reply ends where its line
//   ends.

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
    for (String name : names) {
        server.getOutputStream().write((name + "\n").getBytes(UTF_8));
        byte[] reply = server.getInputStream().readAllBytes();
        if (reply.length == 0) fail(1, "read: the server said nothing");
        IO.println(new String(reply, UTF_8).strip());
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
