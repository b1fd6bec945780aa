///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks until it is answered: a new number for each try
// Marks: 13 of 20
// Fails: again
// Skips: patience, givesUp
// Comment: Each try has a number of its own. So the server does the
//   work again each time, and the answer to the first try is
//   none to the second: a repeated request is the same
//   request.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

static final int[] PATIENCE_MILLIS = {200, 400, 800};

void main(String[] args) {
    if (args.length < 3) fail(2, "usage: HOST PORT TEXT [TEXT ...]");
    int port = port(args[1]);
    var out = new PrintStream(
        new FileOutputStream(FileDescriptor.out), true, UTF_8);
    String call = "getaddrinfo";
    try (DatagramSocket socket = new DatagramSocket()) {
        InetAddress host = InetAddress.getByName(args[0]);
        call = "connect";
        socket.connect(host, port);
        call = "recvfrom";
        for (int number = 1; number <= args.length - 2; number++) {
            out.println(answer(socket, number, args[number + 1]));
        }
    } catch (IOException e) {
        fail(1, call + ": " + e.getMessage());
    }
}

String answer(DatagramSocket socket, int number, String text)
        throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    byte[] request = ByteBuffer.allocate(4 + bytes.length)
        .putInt(number).put(bytes).array();
    for (int millis : PATIENCE_MILLIS) {
        ByteBuffer.wrap(request).putInt(number);
        String answer = tried(socket, request, number++, millis);
        if (answer != null) return answer;
    }
    throw new SocketTimeoutException("no answer, asked three times");
}

String tried(DatagramSocket socket, byte[] request, int number,
        int millis) throws IOException {
    long deadline = System.nanoTime() + millis * 1_000_000L;
    byte[] room = new byte[4 + 1000];
    try {
        socket.send(new DatagramPacket(request, request.length));
    } catch (PortUnreachableException ofTheTryBefore) {
        // try on
    }
    while (true) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left < 1) return null;
        socket.setSoTimeout((int) left);
        DatagramPacket packet = new DatagramPacket(room, room.length);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException over) {
            return null;
        } catch (PortUnreachableException nobodyThereNow) {
            continue;
        }
        int length = packet.getLength();
        if (length < 4 || ByteBuffer.wrap(room).getInt() != number) {
            continue;
        }
        return new String(room, 4, length - 4, UTF_8);
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 1 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    return fail(2, "port: not a number from 1 to 65535: " + word);
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
