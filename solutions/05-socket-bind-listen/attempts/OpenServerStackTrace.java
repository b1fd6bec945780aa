///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Opens a port: and throws whatever comes
// Marks: 17 of 20
// Fails: allBusy, usage
// Mistake: STACK_TRACE
// Comment: It finds its port, and on the good path all is well. A bad
//   number or a full range ends in a stack trace: say in one line what
//   is wrong, and with which status.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

void main(String[] args) throws IOException {
    int first = number(args, 0, 1234, 0, 65535);
    int last = number(args, 1, first, first, 65535);
    int backlog = number(args, 2, 5, 1, Integer.MAX_VALUE);
    try (ServerSocket server = opened(first, last, backlog)) {
        int port = server.getLocalPort();
        IO.println("listening on 127.0.0.1 port " + port);
        System.out.flush();
        while (true) serve(server.accept(), port);
    }
}

ServerSocket opened(int first, int last, int backlog)
        throws IOException {
    String why = "";
    for (int port = first; port <= last; port++) {
        ServerSocket server = new ServerSocket();
        try {
            // so that a restart need not wait for TIME_WAIT to pass
            server.setReuseAddress(true);
            server.bind(
                    new InetSocketAddress(loopback, port), backlog);
            return server;
        } catch (IOException e) {
            // it has failed to get a name, but it is still a socket
            server.close();
            why = e.getMessage();
        }
    }
    throw new IOException(why);
}

void serve(Socket accepted, int port) {
    try (Socket client = accepted) {
        client.getOutputStream()
                .write(("port " + port + "\n").getBytes(UTF_8));
        // whatever it says, we wait for the end of it
        client.getInputStream()
                .transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

int number(String[] args, int at, int missing, int least, int most) {
    int number = args.length > at
            ? Integer.parseInt(args[at]) : missing;
    if (number >= least && number <= most) return number;
    throw new IllegalArgumentException(args[at]);
}
