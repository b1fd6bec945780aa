///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Delivers letters by the number: hears, and does not listen
// Marks: 18 of 20
// Fails: rests
// Comment: While you owe somebody an answer you do not read, which is
//   wise, and go on asking whether there is something to read, which
//   is not: once there is, select has news for you without end.

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.US_ASCII;

static final int MOST = 8_000_000;

/** The alphabet often enough for a good write, and once more. */
final ByteBuffer letters = ByteBuffer.wrap(
    "abcdefghijklmnopqrstuvwxyz".repeat(2500).getBytes(US_ASCII));
final ByteBuffer lineFeed = ByteBuffer.wrap(new byte[] {'\n'});

/** What a thread would know by where it is in the program. */
static final class Client {
    final ByteBuffer said = ByteBuffer.allocate(256);
    int size = -1; // of the order we are at, -1 for none
    int sent; // of its letters
    boolean ended; // there will be no more orders
}

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (Selector selector = Selector.open();
            var server = ServerSocketChannel.open()) {
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        bind(server, new InetSocketAddress(address, port));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        IO.println("listening on " + address
            + " port " + server.socket().getLocalPort());
        while (true) selector.select(key -> attend(key, server));
    } catch (IOException e) {
        fail(1, "select: " + e.getMessage());
    }
}

// What goes wrong here is one client's misfortune, never the others'.
void attend(SelectionKey key, ServerSocketChannel server) {
    try {
        if (key.isAcceptable()) accept(key, server);
        else serve(key);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
        if (key.channel() != server) close(key);
    }
}

void accept(SelectionKey key, ServerSocketChannel server)
        throws IOException {
    SocketChannel client = server.accept();
    // whoever called may have gone again
    if (client == null) return;
    client.configureBlocking(false);
    client.register(key.selector(), SelectionKey.OP_READ, new Client());
}

void serve(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Client client = (Client) key.attachment();
    boolean owing = client.size >= 0;
    if (!owing && key.isReadable() && channel.read(client.said) < 0)
        client.ended = true;

    while (client.size >= 0 || takesOrder(client))
        if (!deliver(client, channel)) break;

    // room is no news when nothing is owed
    if (client.size >= 0) key.interestOps(
        SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    else if (client.ended) channel.close();
    else key.interestOps(SelectionKey.OP_READ);
}

// Whether there was an order. What is none ends the conversation.
boolean takesOrder(Client client) {
    ByteBuffer said = client.said.flip();
    int end = 0;
    while (end < said.limit() && said.get(end) != '\n') end++;
    boolean whole = end < said.limit();
    String line = US_ASCII.decode(said.slice(0, end)).toString();
    boolean good = line.matches("\\d{0,7}")
        && (!whole
            || !line.isEmpty() && Integer.parseInt(line) <= MOST);
    if (!good) {
        client.ended = true;
        said.clear();
        return false;
    }
    if (whole) {
        said.position(end + 1);
        client.size = Integer.parseInt(line);
        client.sent = 0;
    }
    // what is behind the line feed belongs to the next order
    said.compact();
    return whole;
}

// One write, so that the others have their turn. False if the answer
// is not complete.
boolean deliver(Client client, SocketChannel channel)
        throws IOException {
    if (client.sent < client.size) {
        int from = client.sent % 26;
        int length = Math.min(client.size - client.sent,
            letters.capacity() - from);
        client.sent += channel.write(letters.slice(from, length));
    }
    if (client.sent < client.size) return false;
    if (channel.write(lineFeed.rewind()) == 0) return false;
    client.size = -1;
    return true;
}

void close(SelectionKey key) {
    try {
        key.channel().close();
    } catch (IOException e) {
        System.err.println("close: " + e.getMessage());
    }
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

void bind(ServerSocketChannel server, InetSocketAddress to) {
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
