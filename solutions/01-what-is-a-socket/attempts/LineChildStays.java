///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers in capitals: and again, and again
// Marks: 17 of 20
// Fails: ends, emptyLine
// Mistake: WAITS_FOR_END
// Comment: You answer every line until the parent has no more, which
//   is more than was asked for: our parent says one, keeps the
//   connection, and waits for you to go.

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
    var in = new BufferedReader(new InputStreamReader(
        parent.getInputStream(), UTF_8));
    String line = in.readLine();
    if (line == null) fail(1, "read: the parent said nothing");
    while (line != null) {
        parent.getOutputStream().write(
            (answer(line) + "\n").getBytes(UTF_8));
        line = in.readLine();
    }
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
