///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: all of it, then the answer
// Marks: 5 of 20
// Fails: atOnce, anyBytes, idle, many, reset
// Skips: slowReader, givesBack
// Mistake: NO_FLUSH, WAITS_FOR_END
// Comment: Nothing is lost and nothing is sent before the client has
//   ended. A client that waits for its echo before it goes on waits
//   for ever: write what a read has brought.

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
            + " port " + server.getLocalPort());
        while (true) {
            Socket client = server.accept();
            Thread.ofVirtual().start(() -> serve(client));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        byte[] all = client.getInputStream().readAllBytes();
        client.getOutputStream().write(all);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    return fail(2, "not a port: " + word);
}

void bind(ServerSocket server, InetSocketAddress to) {
    try {
        server.bind(to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
    }
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
