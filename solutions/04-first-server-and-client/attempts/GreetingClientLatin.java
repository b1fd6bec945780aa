///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: the charset of its grandfather
// Marks: 18 of 20
// Fails: utf8
// Mistake: CHARSET
// Comment: In ISO-8859-1 every character is one byte, and most of the
//   world is missing. The brief says UTF-8: name it, both when you
//   write and when you read.

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
    var in = new BufferedReader(
        new InputStreamReader(server.getInputStream(), ISO_8859_1));
    for (String name : names) {
        byte[] line = (name + "\n").getBytes(ISO_8859_1);
        server.getOutputStream().write(line);
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
