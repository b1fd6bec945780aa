///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Delivers letters by the number: a thread for each client
// Marks: 18 of 20
// Fails: forty
// Comment: A good server, and not the one that was asked for. Each
//   client costs a thread, and ten thousand of them cost ten thousand:
//   that is what the selector is for.

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

static final int MOST = 8_000_000;

final byte[] letters =
    "abcdefghijklmnopqrstuvwxyz".repeat(2500).getBytes(US_ASCII);

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
            + " port " + server.getLocalPort());
        while (true) {
            Socket client = server.accept();
            Thread.ofPlatform().start(() -> serve(client));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        InputStream in =
            new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        String order;
        while ((order = order(in)) != null) {
            int size = Integer.parseInt(order);
            for (int sent = 0; sent < size; ) {
                int n = Math.min(size - sent, letters.length);
                out.write(letters, 0, n);
                sent += n;
            }
            out.write('\n');
        }
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

// The digits of an order; null at the end, and if it is none.
String order(InputStream in) throws IOException {
    StringBuilder digits = new StringBuilder();
    int next;
    while ((next = in.read()) != '\n') {
        if (next < '0' || next > '9' || digits.length() == 7)
            return null;
        digits.append((char) next);
    }
    boolean good = digits.length() > 0
        && Integer.parseInt(digits.toString()) <= MOST;
    return good ? digits.toString() : null;
}

int port(String word) {
    try {
        int port = Integer.parseInt(word);
        if (port >= 0 && port <= 65535) return port;
    } catch (NumberFormatException said) {
        // told below
    }
    return fail(2, "not a port: " + word);
}

void bind(ServerSocket server, InetSocketAddress to) {
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
