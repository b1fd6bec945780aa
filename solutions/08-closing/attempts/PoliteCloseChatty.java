///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Tells everything on stdout
// Marks: 19 of 20
// Fails: announces
// Mistake: CHATTY
// Comment: Everything on the wire is right. But stdout belongs to
//   whoever started you, and waits for one line: tell your diary to
//   stderr.

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

static final int MOST = 100_000;
static final long STAYS = 1_000_000_000;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        server.setReuseAddress(true);
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
                + " port " + server.getLocalPort());
        System.out.flush();
        while (true) serve(server.accept());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

/** A client that breaks off costs itself, not the next one. */
void serve(Socket accepted) {
    try (Socket client = accepted) {
        String line = line(client.getInputStream());
        if (line == null) return;
        IO.println("a client says " + line);
        client.getOutputStream().write(reply(line).getBytes(US_ASCII));
        // the reply is complete: the client need not wait for us
        client.shutdownOutput();
        drain(client);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

/** Until there is nothing unread, for that would make a reset. */
void drain(Socket client) throws IOException {
    // one deadline for all: a limit for each read is none for a
    // client that says a byte now and then
    long deadline = System.nanoTime() + STAYS;
    byte[] unwanted = new byte[8192];
    try {
        int n = 0;
        while (n >= 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) return;
            client.setSoTimeout((int) left);
            n = client.getInputStream().read(unwanted);
        }
    } catch (SocketTimeoutException enough) {
        // whoever stays that long has had time to read the reply
    }
}

/** A byte at a time is slow, and this line is short. */
String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int b;
    while ((b = in.read()) >= 0 && b != '\n' && line.length() < 100)
        line.append((char) b);
    return b < 0 ? null : line.toString();
}

String reply(String line) {
    if (!line.matches("[1-9]\\d{0,5}")) return "what?\n";
    int number = Integer.parseInt(line);
    if (number > MOST) return "what?\n";
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= number; i++) lines.append(i).append('\n');
    return lines.toString();
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

int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
