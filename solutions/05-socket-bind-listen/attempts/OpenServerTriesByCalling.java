///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Opens a port: asks by calling whether a port is free
// Marks: 13 of 20
// Fails: firstFree, lastOfAll
// Skips: givesBack
// Comment: You call each port, and take a refusal for "free". A port
//   that is bound and does not listen refuses, too, and is not free:
//   then bind fails, and you give up. Only bind knows: try it.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

final InetAddress loopback = InetAddress.getLoopbackAddress();

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

ServerSocket opened(int first, int last, int backlog) {
    for (int port = first; port <= last; port++) {
        if (port > 0 && answers(port)) continue;
        try {
            return new ServerSocket(port, backlog, loopback);
        } catch (IOException e) {
            fail(1, "bind: " + e.getMessage());
        }
    }
    fail(1, "bind: ports " + first + " to " + last + ": all busy");
    return null;
}

boolean answers(int port) {
    try (Socket somebody = new Socket(loopback, port)) {
        return somebody.isConnected();
    } catch (IOException nobody) {
        return false;
    }
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
