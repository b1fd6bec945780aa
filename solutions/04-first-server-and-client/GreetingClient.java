///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks for greetings: the solution of an exercise
// A client sends names, one a line, and prints the reply to each. The
// server may be slow, terse, rude or gone: the client says so.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT NAME [NAME...]");
    int port = port(args[1]);
    try (Socket server = connect(args[0], port)) {
        talk(server, List.of(args).subList(2, args.length));
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
}

/** A name may have several addresses: the first that answers. */
Socket connect(String host, int port) {
    try {
        IOException reason = null;
        for (InetAddress address : InetAddress.getAllByName(host)) {
            Socket server = new Socket();
            try {
                server.connect(new InetSocketAddress(address, port));
                return server;
            } catch (IOException e) {
                reason = e;
                server.close();
            }
        }
        fail(1, "connect: " + reason.getMessage());
    } catch (UnknownHostException e) {
        fail(1, "getaddrinfo: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "close: " + e.getMessage());
    }
    throw new IllegalStateException("fail has ended the program");
}

void talk(Socket server, List<String> names) throws IOException {
    // one reader for all replies: it may have read more than a line,
    // and a second reader would never see the rest
    var in = new BufferedReader(
            new InputStreamReader(server.getInputStream(), UTF_8));
    // System.out speaks the machine's charset; ours is UTF-8
    var out = new PrintStream(
            new FileOutputStream(FileDescriptor.out), true, UTF_8);
    for (String name : names) {
        server.getOutputStream().write((name + "\n").getBytes(UTF_8));
        // not until the server closes: until the line is whole
        String reply = in.readLine();
        if (reply == null) fail(1, "read: the server said nothing");
        out.println(reply);
    }
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
