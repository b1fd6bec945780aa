///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: a line needs its end
// Marks: 19 of 20
// Fails: lastLine
// Mistake: LAST_LINE
// Comment: A reply without a line feed is thrown away at EOF, though
//   you have it in your hands. Only if nothing has come is there
//   nothing to print.

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
        String reply = line(server.getInputStream());
        if (reply == null) fail(1, "read: the server said nothing");
        IO.println(reply);
    }
}

/** The bytes up to the next line feed; null at the end. */
String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int b;
    while ((b = in.read()) >= 0 && b != '\n') line.write(b);
    return b < 0 ? null : line.toString(UTF_8).strip();
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
