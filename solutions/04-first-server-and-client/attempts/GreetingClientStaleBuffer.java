///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: one buffer for both directions
// Marks: 18 of 20
// Fails: shortReply
// Mistake: STALE_BUFFER
// Comment: You wait until the line is whole, and then you print the
//   buffer instead of the line. It still holds the end of your own
//   words: use the number that the reads add up to.

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
        byte[] line = (name + "\n").getBytes(UTF_8);
        System.arraycopy(line, 0, data, 0, line.length);
        server.getOutputStream().write(line);
        int length = 0;
        while (length == 0 || data[length - 1] != '\n') {
            int n = server.getInputStream().read(data, length, 1);
            if (n < 0 && length == 0) {
                fail(1, "read: the server said nothing");
            }
            if (n < 0) break;
            length += n;
        }
        if (data[length - 1] == '\n') data[--length] = 0;
        if (data[length - 1] == '\r') data[--length] = 0;
        IO.println(new String(data, UTF_8).replace("\0", ""));
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
