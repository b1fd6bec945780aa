///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Says what a socket has: in the best of worlds
// Marks: 17 of 20
// Fails: nobody, usage
// Skips: toldBefore
// Mistake: STACK_TRACE
// Comment: Refused connections and bad arguments give a stack trace
//   and the status of an accident. Catch, say one line that begins
//   with the call, choose the status.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

final List<String> LIFE =
    List.of("new", "bound", "connected", "closed");

void main(String[] args) throws IOException {
    var there = new InetSocketAddress(
        InetAddress.ofLiteral(args[0]), Integer.parseInt(args[1]));
    List<String> asked = List.of(args).subList(2, args.length);
    int last = 0;
    for (String step : asked)
        last = Math.max(last, LIFE.indexOf(step));
    try (Socket socket = new Socket()) {
        for (String step : LIFE.subList(0, last + 1)) {
            take(step, socket, there);
            if (asked.contains(step)) IO.println(ends(socket));
        }
    }
}

void take(String step, Socket socket, InetSocketAddress there)
        throws IOException {
    switch (step) {
        case "bound" -> {
            socket.bind(null);
        }
        case "connected" -> {
            socket.connect(there);
        }
        case "closed" -> {
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
