///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: a new reader for each reply
// Marks: 19 of 20
// Fails: together
// Mistake: SECOND_READER
// Comment: A buffered reader takes all that has come and hands out one
//   line. The next reply was in the reader that you have thrown away:
//   make one before the loop.

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
    var out = new PrintStream(
            new FileOutputStream(FileDescriptor.out), true, UTF_8);
    for (String name : names) {
        server.getOutputStream().write((name + "\n").getBytes(UTF_8));
        String reply = reply(server.getInputStream());
        if (reply == null) fail(1, "read: the server said nothing");
        out.println(reply);
    }
}

String reply(InputStream in) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    return lines.readLine();
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
