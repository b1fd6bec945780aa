///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends its input by what fits: always by stream
// Marks: 6 of 20
// Fails: little
// Skips: between, nothing, again, givesUp, strangers, wrongDigest
// Comment: By stream everything arrives, a little and much. The brief
//   has a rule, and for a few bytes it saves the connection.

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.MessageDigest;

static final int DIGEST = 32; // bytes

void main(String[] args) throws Exception {
    if (args.length != 2) fail(2, "port: call it with HOST PORT");
    int port = port(args[1]);
    byte[] data = System.in.readAllBytes();
    byte[] came = new byte[0];
    String transport = "tcp";
    try {
        InetAddress host = InetAddress.getByName(args[0]);
        came = byStream(host, port, data);
    } catch (UnknownHostException e) {
        fail(1, "getaddrinfo: " + e.getMessage());
    } catch (IOException e) {
        fail(1, "read: " + e.getMessage());
    }
    byte[] wanted = MessageDigest.getInstance("SHA-256").digest(data);
    if (!MessageDigest.isEqual(wanted, came)) {
        fail(1, "digest: something else has arrived");
    }
    IO.println(transport + " " + data.length);
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
