///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Opens a port: and on every address
// Marks: 18 of 20
// Fails: onlyThere
// Mistake: WILDCARD
// Comment: new InetSocketAddress(port) is the wildcard: your server
//   can be called from the whole network, and says that it cannot.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int first = number(args, 0, 1234, 0, 65535);
    int last = number(args, 1, first, first, 65535);
    int backlog = number(args, 2, 5, 1, Integer.MAX_VALUE);
    try (ServerSocket server = opened(first, last, backlog)) {
        int port = server.getLocalPort();
        IO.println("listening on 127.0.0.1 port " + port);
        System.out.flush();
        while (true) serve(server.accept(), port);
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
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
                    new InetSocketAddress(port), backlog);
            return server;
        } catch (IOException e) {
            // it has failed to get a name, but it is still a socket
            server.close();
            why = e.getMessage();
        }
    }
    fail(1, "bind: ports " + first + " to " + last + ": " + why);
    return null;
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
    if (args.length <= at) return missing;
    try {
        int number = Integer.parseInt(args[at]);
        if (number >= least && number <= most) return number;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    fail(2, args[at] + " is not a number from " + least
            + " to " + most);
    return missing;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
