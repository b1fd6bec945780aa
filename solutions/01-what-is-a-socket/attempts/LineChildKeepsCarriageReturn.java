///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers in capitals: keeps the carriage return
// Marks: 19 of 20
// Fails: crlf
// Mistake: CARRIAGE_RETURN
// Comment: You look for the line feed, and rightly wait for it. A
//   parent that ends its lines with \r\n leaves you the \r: it belongs
//   to the end.

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
    var bytes = new ByteArrayOutputStream();
    InputStream in = parent.getInputStream();
    int b = in.read();
    if (b < 0) fail(1, "read: the parent said nothing");
    for (; b >= 0 && b != '\n'; b = in.read()) bytes.write(b);
    String line = bytes.toString(UTF_8);
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
