///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: closes if all goes well
// Marks: 18 of 20
// Fails: givesBack
// Mistake: LEAK
// Comment: On the good path the socket is closed, on the other one it
//   is forgotten. After some thousand clients that broke off, accept
//   finds no descriptor left: try-with-resources closes on every
//   path.

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

void serve(Socket client) {
    try {
        client.getInputStream().transferTo(client.getOutputStream());
        client.close();
    } catch (IOException e) {
        held.add(client);
        System.err.println("client: " + e.getMessage());
    }
}

/** For the statistics. */
List<Socket> held = Collections.synchronizedList(new ArrayList<>());

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
