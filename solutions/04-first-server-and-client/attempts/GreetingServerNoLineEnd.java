///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: replies without an end
// Marks: 2 of 20
// Fails: announces, oneLine, emptyLine, together, segments, crlf,
//   lastLine, atOnce, nextClient, reset, port
// Skips: utf8
// Mistake: NO_LINE_END
// Comment: Your replies lack their line feed, so no client knows where
//   one ends. Two characters in the source are worth eighteen
//   points here, as on any wire.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = listen(port, address)) {
        IO.println("listening on "
                + server.getInetAddress().getHostAddress()
                + " port " + server.getLocalPort());
        while (true) serve(server.accept());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        greet(client);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

void greet(Socket client) throws IOException {
    var in = new BufferedReader(
            new InputStreamReader(client.getInputStream(), UTF_8));
    var out = new PrintStream(client.getOutputStream(), true, UTF_8);
    String name;
    while ((name = in.readLine()) != null) {
        out.print("hello " + (name.isEmpty() ? "nobody" : name));
        out.flush();
    }
}

ServerSocket listen(int port, String address) throws IOException {
    try {
        var to = InetAddress.getByName(address);
        return new ServerSocket(port, 50, to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
        throw e;
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    fail(2, "not a port: " + word);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
