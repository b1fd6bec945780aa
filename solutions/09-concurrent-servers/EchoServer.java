///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: the solution of an exercise
// A server for many clients at once: each gets a thread of its own,
// so that waiting for one keeps nobody else waiting.

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        server.setReuseAddress(true);
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
                + " port " + server.getLocalPort());
        System.out.flush();
        while (true) {
            Socket client = server.accept();
            // a virtual thread costs so little that it may wait
            Thread.ofVirtual().start(() -> serve(client));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

/** However this ends, the socket is given back. */
void serve(Socket accepted) {
    try (Socket client = accepted) {
        // bytes in, bytes out, as they come, until EOF
        client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, "port: not a number from 0 to 65535: " + word);
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
