///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Turns frames round: the solution of an exercise
// A server reads frames, a length and so many bytes, and answers each
// with its bytes in reverse. Everything is read by exact counts.

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

static final int LONGEST = 65536;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        // so that a restart need not wait for TIME_WAIT to pass
        server.setReuseAddress(true);
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on "
                + server.getInetAddress().getHostAddress()
                + " port " + server.getLocalPort());
        while (true) serve(server.accept());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

/** A client that breaks off costs itself, not the next one. */
void serve(Socket accepted) {
    try (Socket client = accepted) {
        InputStream in = client.getInputStream();
        for (byte[] data; (data = frame(in)) != null; ) {
            // one write: the length does not travel on its own
            client.getOutputStream().write(reversed(data));
        }
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

/** The next one, or null if the stream ends before there is one. */
byte[] frame(InputStream in) throws IOException {
    // readNBytes waits for all four; only the end makes it fewer
    byte[] head = in.readNBytes(4);
    if (head.length == 0) return null;
    if (head.length < 4) throw new EOFException("half a length");
    int length = ByteBuffer.wrap(head).getInt();
    // looked at before it is believed: no array, no waiting; and what
    // is over 2147483647 is negative here
    if (length < 0 || length > LONGEST)
        throw new IOException("a length of "
                + Integer.toUnsignedString(length));
    byte[] data = in.readNBytes(length);
    if (data.length < length) throw new EOFException("half a frame");
    return data;
}

byte[] reversed(byte[] data) {
    ByteBuffer frame = ByteBuffer.allocate(4 + data.length);
    frame.putInt(data.length);
    for (int i = data.length - 1; i >= 0; i--) frame.put(data[i]);
    return frame.array();
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

void bind(ServerSocket server, InetSocketAddress to) {
    try {
        server.bind(to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
    }
}

/** One line instead of a stack trace: the user is no programmer. */
int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
