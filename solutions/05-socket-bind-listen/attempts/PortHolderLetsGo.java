///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Holds ports: each is let go at once
// Marks: 3 of 20
// Fails: one
// Skips: three, inOrder, allOrNone, which, twice, hundred, crowd
// Comment: You open a port, print it, and the try closes it before the
//   next line. You have told your user about ports that anybody may
//   have by now: keep the sockets, and keep them open.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws InterruptedException {
    if (args.length == 0) fail(2, "which ports? none was named");
    // all arguments first: a bad one must not cost a single port
    int[] ports = Stream.of(args).mapToInt(this::port).toArray();
    for (int port : ports) {
        try (ServerSocket held = opened(port)) {
            IO.println("listening on 127.0.0.1 port "
                    + held.getLocalPort());
        } catch (IOException e) {
            fail(1, "close: " + e.getMessage());
        }
    }
    System.out.flush();
    // a thread that waits for its own end waits for ever
    Thread.currentThread().join();
}

ServerSocket opened(int port) {
    try {
        ServerSocket held = new ServerSocket();
        // nobody is accepted here: the queue has to hold them all
        held.bind(new InetSocketAddress(loopback, port), 20);
        return held;
    } catch (IOException e) {
        // the ports that we have already go with the program
        fail(1, "bind: port " + port + ": " + e.getMessage());
        return null;
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    fail(2, "port: not a number from 0 to 65535: " + word);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
