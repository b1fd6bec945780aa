///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: tells what it does
// Marks: 2 of 20
// Fails: oneName, noReply
// Skips: inTurn, pieces, together, shortReply, crlf, utf8, lastLine,
//   serverStays, saysGoodbye
// Mistake: CHATTY
// Comment: Everything on the wire is right, and a person likes to
//   read what you do. A program that starts yours reads stdout and
//   finds lines there that no server has said: tell them to stderr.

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
    IO.println("connected to " + server.getInetAddress());
    var in = new BufferedReader(
        new InputStreamReader(server.getInputStream(), UTF_8));
    for (String name : names) {
        server.getOutputStream().write((name + "\n").getBytes(UTF_8));
        String reply = in.readLine();
        if (reply == null) fail(1, "read: the server said nothing");
        IO.println(reply);
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
