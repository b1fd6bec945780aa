///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Says what a socket has: in the order of the words
// Marks: 17 of 20
// Fails: wholeLife, toldBefore
// Comment: You take the words one after the other, and a socket does
//   not live backwards: after closed there is no new. Go through its
//   life in order, and see at each step whether you were asked.

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
    for (String step : asked) {
        if (!LIFE.contains(step)) fail(2, "step: no " + step);
    }
    try (Socket socket = new Socket()) {
        int next = 0;
        for (String step : new LinkedHashSet<>(asked)) {
            while (next <= LIFE.indexOf(step))
                take(LIFE.get(next++), socket, there);
            IO.println(ends(socket));
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
            socket.bind(null);
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
