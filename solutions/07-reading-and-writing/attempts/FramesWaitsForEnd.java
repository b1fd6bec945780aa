///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Turns frames round: all is read before an answer
// Marks: 15 of 20
// Fails: atOnce, tooLong, enormous
// Mistake: NO_FLUSH
// Comment: You read until the client ends its sending, and cut the
//   frames afterwards. A client that waits for its answer
//   never ends, and you never answer.

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = listen(port, address)) {
        IO.println("listening on "
                + server.getInetAddress().getHostAddress()
                + " port " + server.getLocalPort());
        while (true) serve(server.accept());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        answer(client.getInputStream(), client.getOutputStream());
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

void answer(InputStream in, OutputStream out) throws IOException {
    var all = new ByteArrayInputStream(in.readAllBytes());
    while (true) {
        byte[] head = all.readNBytes(4);
        if (head.length < 4) return;
        int length = ByteBuffer.wrap(head).getInt();
        if (length < 0 || length > 65536) return;
        byte[] data = all.readNBytes(length);
        if (data.length < length) return;
        out.write(reversed(data));
    }
}

byte[] reversed(byte[] data) {
    ByteBuffer frame = ByteBuffer.allocate(4 + data.length);
    frame.putInt(data.length);
    for (int i = data.length - 1; i >= 0; i--) frame.put(data[i]);
    return frame.array();
}

ServerSocket listen(int port, String address) throws IOException {
    try {
        var to = InetAddress.getByName(address);
        return new ServerSocket(port, 50, to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
        throw e;
    }
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    fail(2, "not a port: " + word);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
