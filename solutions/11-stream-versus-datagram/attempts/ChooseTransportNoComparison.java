///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends its input by what fits: is content
// Marks: 18 of 20
// Fails: wrongDigest
// Mistake: CHATTY
// Comment: You wait for 32 bytes and do not look at them. They are
//   the only proof that what arrived is what you sent.

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

static final int FITS = 1200; // bytes, in a packet on any network
static final int DIGEST = 32; // bytes
static final int TRIES = 4;
static final int PATIENCE = 150; // ms, after each try

void main(String[] args) throws Exception {
    if (args.length != 2) fail(2, "port: call it with HOST PORT");
    int port = port(args[1]);
    byte[] data = System.in.readAllBytes();
    byte[] came = new byte[0];
    String transport = data.length <= FITS ? "udp" : "tcp";
    try {
        InetAddress host = InetAddress.getByName(args[0]);
        came = data.length <= FITS
                ? byDatagram(host, port, data)
                : byStream(host, port, data);
    } catch (UnknownHostException e) {
        fail(1, "getaddrinfo: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
    if (came.length != DIGEST) fail(1, "digest: too short");
    IO.println(transport + " " + data.length);
}

byte[] byDatagram(InetAddress host, int port, byte[] data)
        throws IOException {
    var to = new InetSocketAddress(host, port);
    try (DatagramSocket socket = new DatagramSocket()) {
        for (int tries = 0; tries < TRIES; tries++) {
            socket.send(new DatagramPacket(data, data.length, to));
            byte[] came = answer(socket, to);
            if (came.length == DIGEST) return came;
        }
        throw new IOException("no answer to " + TRIES + " datagrams");
    }
}

/** An answer of the right length, or nothing when the time is up. */
byte[] answer(DatagramSocket socket, SocketAddress from)
        throws IOException {
    long end = System.nanoTime()
            + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
    // one byte more than a digest: what fills it is none
    byte[] room = new byte[DIGEST + 1];
    while (true) {
        // what is ignored must not make us wait any longer
        long left = TimeUnit.NANOSECONDS.toMillis(
                end - System.nanoTime());
        if (left < 1) return new byte[0];
        socket.setSoTimeout((int) left);
        DatagramPacket packet = new DatagramPacket(room, room.length);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
        // connect would sort out strangers for us; but a connected
        // socket of Java's keeps an empty datagram to itself
        if (packet.getLength() == DIGEST
                && packet.getSocketAddress().equals(from)) {
            return Arrays.copyOf(room, DIGEST);
        }
    }
}

byte[] byStream(InetAddress host, int port, byte[] data)
        throws IOException {
    try (Socket socket = connected(host, port)) {
        socket.getOutputStream().write(data);
        // the end of our sending is what tells the host to answer
        socket.shutdownOutput();
        byte[] came = socket.getInputStream().readNBytes(DIGEST);
        if (came.length == DIGEST) return came;
        throw new IOException("the stream ended before the digest");
    }
}

Socket connected(InetAddress host, int port) {
    try {
        return new Socket(host, port);
    } catch (IOException e) {
        fail(1, "connect: " + e.getMessage());
        throw new IllegalStateException("fail has ended the program");
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
