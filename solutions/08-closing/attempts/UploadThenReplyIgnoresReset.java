///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes a reset for the end
// Marks: 18 of 20
// Fails: reset
// Comment: You catch the exception and say nothing, so a reply that
//   broke off looks like one that is complete. Whoever starts your
//   program has only the status to tell the two apart.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

void main(String[] args) throws InterruptedException {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = port(args.length > 1 ? args[1] : "1234");
    try (Socket server = connect(host, port)) {
        Thread upload = Thread.ofPlatform().start(() -> upload(server));
        // who sends everything before it reads anything waits for a
        // server that waits for it, as soon as the buffers are full
        server.getInputStream().transferTo(System.out);
        System.out.flush();
        // the reply's end is not the end of what we have to say
        upload.join();
    } catch (IOException e) {
        System.out.flush();
    }
}

void upload(Socket server) {
    try {
        System.in.transferTo(server.getOutputStream());
        // not close: the reply is still to come
        server.shutdownOutput();
    } catch (IOException e) {
        fail(1, "write: " + e.getMessage());
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

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 1 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, "port: not a number from 1 to 65535: " + word);
}

/** One at a time: a reset may meet both threads, and is told once. */
synchronized int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
