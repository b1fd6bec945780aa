///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: closes at once, and for ever
// Marks: 19 of 20
// Fails: saysGoodbye
// Mistake: CLOSES_TOO_EARLY
// Comment: With SO_LINGER 0, close is a reset: the server sees an
//   error where it should see the end. Leave the option alone; close
//   is quick enough.

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
    server.setSoLinger(true, 0);
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
