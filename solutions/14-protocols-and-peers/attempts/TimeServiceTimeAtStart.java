///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Tells the time in four bytes: always the same
// Marks: 19 of 20
// Fails: goesOn
// Comment: You look at the clock once, before the first client comes,
//   and tell everybody that time. It is right for a second.

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

static final long OLDER = 2_208_988_800L; // seconds, 1900 to 1970
static final long LATEST = 4_294_967_295L;
static final int TRIES = 10;

record Both(ServerSocket stream, DatagramSocket post) {}

void main(String[] args) throws Exception {
    int port = (int) number("port", args, 0, 65535, 1234);
    String name = args.length > 1 ? args[1] : "127.0.0.1";
    long now = System.currentTimeMillis() / 1000;
    byte[] time = time(number("NOW", args, 2, LATEST, now));
    Both both = bound(name, port);
    IO.println("listening on " + name
            + " port " + both.stream.getLocalPort());
    System.out.flush();
    // each of the two waits in a call of its own, and both rest
    Thread.ofVirtual().start(() -> answerPost(both.post, time));
    answerStreams(both.stream, time);
}

/** The time of the four bytes: what does not fit is cut off. */
byte[] time(long since1970) {
    int since1900 = (int) (since1970 + OLDER);
    return ByteBuffer.allocate(4).putInt(since1900).array();
}

void answerStreams(ServerSocket server, byte[] time)
        throws IOException {
    while (true) {
        // four bytes always fit into the buffer: no client can make
        // this write wait, so one thread is enough
        try (Socket client = server.accept()) {
            client.getOutputStream().write(time);
        } catch (IOException e) {
            System.err.println("write: " + e.getMessage());
        }
    }
}

void answerPost(DatagramSocket post, byte[] time) {
    while (true) {
        // what is in it does not matter: no room is room enough
        var asked = new DatagramPacket(new byte[1], 1);
        try {
            post.receive(asked);
            post.send(new DatagramPacket(time, time.length,
                    asked.getSocketAddress()));
        } catch (IOException e) {
            // one answer less is what a client has to live with
            System.err.println("sendto: " + e.getMessage());
        }
    }
}

/** A port that is free for streams may be taken for datagrams. */
Both bound(String name, int port) {
    String call = "getaddrinfo";
    for (int tries = 1; ; tries++) {
        try {
            InetAddress address = InetAddress.getByName(name);
            call = "bind";
            return bound(address, port);
        } catch (IOException e) {
            if (port != 0 || tries == TRIES) {
                fail(1, call + ": " + e.getMessage());
            }
        }
    }
}

Both bound(InetAddress address, int port) throws IOException {
    ServerSocket stream = new ServerSocket();
    stream.setReuseAddress(true);
    stream.bind(new InetSocketAddress(address, port), 50);
    DatagramSocket post = new DatagramSocket(null);
    try {
        // without SO_REUSEADDR: a second server here is one too many
        post.bind(new InetSocketAddress(
                address, stream.getLocalPort()));
        return new Both(stream, post);
    } catch (IOException e) {
        post.close();
        stream.close();
        throw e;
    }
}

long number(String what, String[] args, int at, long most, long usual) {
    if (args.length <= at) return usual;
    try {
        long number = Long.parseLong(args[at]);
        if (number >= 0 && number <= most) return number;
    } catch (NumberFormatException said) {
        // told below, as a number out of range is
    }
    return fail(2, what + ": not a number from 0 to " + most + ": "
            + args[at]);
}

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
