///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: one thread for all, nearly
// Marks: 18 of 20
// Fails: slowReader
// Mistake: STARVES
// Comment: One thread and a selector serve all clients, which is a
//   good design. Your inner loop turns until one client has taken
//   everything: register for OP_WRITE instead, and look after the
//   others meanwhile.

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (Selector selector = Selector.open();
            var server = ServerSocketChannel.open()) {
        bind(server, new InetSocketAddress(address, port));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        IO.println("listening on " + address
            + " port " + server.socket().getLocalPort());
        while (true) selector.select(key -> serve(key, server));
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(SelectionKey key, ServerSocketChannel server) {
    try {
        if (key.isAcceptable()) {
            SocketChannel client = server.accept();
            client.configureBlocking(false);
            client.register(key.selector(), SelectionKey.OP_READ);
        } else {
            echo((SocketChannel) key.channel());
        }
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

void echo(SocketChannel client) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8192);
    try {
        if (client.read(data) < 0) {
            client.close();
            return;
        }
        data.flip();
        while (data.hasRemaining()) client.write(data);
    } catch (IOException e) {
        client.close();
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
