///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends datagrams back: as much as there is room for
// Marks: 2 of 20
// Fails: echoes, restart
// Skips: goesOn, lengths, anyBytes, empty, largest, clients, gone
// Mistake: DATAGRAM_LENGTH
// Comment: The packet knows how much has come, and you send the whole
//   array: the client gets a datagram of 1024 bytes, most of
//   them zeros. getLength belongs into the answer.

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
        while (true) {
            byte[] room = new byte[1024];
            DatagramPacket packet =
                new DatagramPacket(room, room.length);
            server.receive(packet);
            server.send(new DatagramPacket(
                room, room.length, packet.getSocketAddress()));
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
