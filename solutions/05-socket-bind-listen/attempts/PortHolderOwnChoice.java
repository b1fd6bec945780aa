///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Holds ports: it chooses for itself
// Marks: 13 of 20
// Fails: inOrder, allOrNone, twice
// Skips: which
// Comment: You count the arguments, and do not read them: any port will
//   do for you. Only 0 means that.

import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws InterruptedException {
    if (args.length == 0) fail(2, "which ports? none was named");
    // all arguments first: a bad one must not cost a single port
    int[] ports = Stream.of(args).mapToInt(this::port).toArray();
    List<ServerSocket> held = new ArrayList<>();
    while (held.size() < ports.length) held.add(opened(0));
    for (ServerSocket one : held) {
        IO.println("listening on 127.0.0.1 port "
                + one.getLocalPort());
    }
    System.out.flush();
    // a thread that waits for its own end waits for ever
    Thread.currentThread().join();
    // and what nobody needs any more, the collector might close
    Reference.reachabilityFence(held);
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
