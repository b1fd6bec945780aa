///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Tells the time in four bytes: always on the run
// Marks: 19 of 20
// Fails: rests
// Comment: One thread for both, and no call that waits: you ask one
//   socket, then the other, a million times a second, to hear no. A
//   Selector (poll, select) waits for both, and sleeps.

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

static final long OLDER = 2_208_988_800L; // seconds, 1900 to 1970
static final long LATEST = 4_294_967_295L;
static final int TRIES = 10;

record Both(ServerSocketChannel stream, DatagramChannel post) {}

void main(String[] args) throws Exception {
    int port = (int) number("port", args, 0, 65535, 1234);
    String name = args.length > 1 ? args[1] : "127.0.0.1";
    long pretended = number("NOW", args, 2, LATEST, -1);
    Both both = bound(name, port);
    IO.println("listening on " + name
            + " port " + both.stream.socket().getLocalPort());
    System.out.flush();
    while (true) {
        try {
            answerStream(both.stream, pretended);
            answerPost(both.post, pretended);
        } catch (IOException e) {
            System.err.println("write: " + e.getMessage());
        }
    }
}

/** The time of the four bytes: what does not fit is cut off. */
byte[] time(long pretended) {
    long since1970 = pretended >= 0 ? pretended
            : System.currentTimeMillis() / 1000;
    int since1900 = (int) (since1970 + OLDER);
    return ByteBuffer.allocate(4).putInt(since1900).array();
}

void answerStream(ServerSocketChannel server, long pretended)
        throws IOException {
    try (SocketChannel client = server.accept()) {
        if (client == null) return;
        client.write(ByteBuffer.wrap(time(pretended)));
    }
}

void answerPost(DatagramChannel post, long pretended)
        throws IOException {
    var asker = post.receive(ByteBuffer.allocate(1));
    if (asker == null) return;
    post.send(ByteBuffer.wrap(time(pretended)), asker);
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
    ServerSocketChannel stream = ServerSocketChannel.open();
    stream.bind(new InetSocketAddress(address, port), 50);
    stream.configureBlocking(false);
    DatagramChannel post = DatagramChannel.open();
    try {
        post.bind(stream.getLocalAddress());
        post.configureBlocking(false);
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
