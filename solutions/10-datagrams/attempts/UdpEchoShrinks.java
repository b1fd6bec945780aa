///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends datagrams back: a packet that becomes smaller
// Marks: 15 of 20
// Fails: lengths, empty
// Mistake: DATAGRAM_LENGTH
// Comment: You set the length of the packet to what has come, which
//   also sets the room for what comes next: after each short
//   one, the rest of your life is short. receive sets the
//   length by itself.

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (DatagramSocket server = new DatagramSocket(null)) {
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
            + " port " + server.getLocalPort());
        byte[] room = new byte[65_536];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        while (true) {
            server.receive(packet);
            packet.setLength(packet.getLength());
            server.send(packet);
        }
    } catch (IOException e) {
        fail(1, "recvfrom: " + e.getMessage());
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

void bind(DatagramSocket server, InetSocketAddress to) {
    try {
        server.bind(to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
    }
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
