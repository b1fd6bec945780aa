///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends datagrams back: the solution of an exercise
// One socket, one thread, any number of clients: whose a datagram is,
// stands on it.

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (DatagramSocket server = new DatagramSocket(null)) {
        bind(server, address, port);
        // or a full buffer would stop an answer of 65,507 bytes
        server.setSendBufferSize(1 << 17);
        IO.println("listening on " + address
                + " port " + server.getLocalPort());
        System.out.flush();
        byte[] room = new byte[65_536];
        while (true) {
            // a new packet has the whole room again, whatever was
            // done to the last one
            DatagramPacket packet =
                new DatagramPacket(room, room.length);
            server.receive(packet);
            echo(server, packet);
        }
    } catch (IOException e) {
        fail(1, "recvfrom: " + e.getMessage());
    }
}

/** The packet has the sender's address on it: it may just return. */
void echo(DatagramSocket server, DatagramPacket packet) {
    try {
        server.send(packet);
    } catch (IOException e) {
        // one answer less is what a client has to live with anyway
        System.err.println("sendto: " + e.getMessage());
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

/** Without SO_REUSEADDR: a second server here is one too many. */
void bind(DatagramSocket server, String address, int port) {
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);
        call = "bind";
        server.bind(new InetSocketAddress(local, port));
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
