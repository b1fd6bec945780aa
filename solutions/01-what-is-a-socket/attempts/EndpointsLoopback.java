///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Says what a socket has: bound to the loopback
// Marks: 13 of 20
// Fails: bound, six
// Skips: wholeLife
// Comment: You bind the loopback address, which is a good habit in a
//   server. The brief wants no address in particular: the wildcard.
//   From 127.0.0.1 no way leads to ::1, so with IPv6 you do not even
//   connect.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

final List<String> LIFE =
    List.of("new", "bound", "connected", "closed");

String call = "socket";

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT STEP [STEP...]");
    InetAddress host = host(args[0]);
    var there = new InetSocketAddress(host, port(args[1]));
    List<String> asked = List.of(args).subList(2, args.length);
    int last = 0;
    for (String step : asked) {
        int at = LIFE.indexOf(step);
        if (at < 0) fail(2, "step: there is no " + step);
        last = Math.max(last, at);
    }
    try (Socket socket = new Socket()) {
        for (String step : LIFE.subList(0, last + 1)) {
            take(step, socket, there);
            if (asked.contains(step)) IO.println(ends(socket));
        }
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
}

void take(String step, Socket socket, InetSocketAddress there)
        throws IOException {
    switch (step) {
        case "bound" -> {
            call = "bind";
            socket.bind(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), 0));
        }
        case "connected" -> {
            call = "connect";
            socket.connect(there);
        }
        case "closed" -> {
            call = "close";
            socket.close();
        }
        default -> { }
    }
}

String ends(Socket socket) {
    boolean open = !socket.isClosed();
    return (open && socket.isBound() ? shown(
            socket.getLocalAddress(), socket.getLocalPort()) : "-")
        + " -> "
        + (open && socket.isConnected() ? shown(
            socket.getInetAddress(), socket.getPort()) : "-");
}

String shown(InetAddress address, int port) {
    if (address.isAnyLocalAddress()) return "*:" + port;
    String host = address.getHostAddress();
    if (host.contains(":")) {
        host = "[" + host.replaceFirst("(^|:)0(:0)+(:|$)", "::") + "]";
    }
    return host + ":" + port;
}

InetAddress host(String word) {
    try {
        return InetAddress.ofLiteral(word);
    } catch (IllegalArgumentException e) {
        fail(2, "host: not an address in numbers: " + word);
        throw e;
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
