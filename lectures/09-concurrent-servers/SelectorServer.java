///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One thread waits for all clients at once, and for none
// One thread for all: it asks the system which of them have something
// to say.  SelectorServer [PORT [ADDRESS [CLIENTS]]]
// Slides: K-15a E-60a E-66a
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

// Room for that many callers between two accepts; Linux allows 4096.
static final int BACKLOG = 4096;

// Outside the heap, so that the system reads and writes them directly.
final ByteBuffer in = ByteBuffer.allocateDirect(80);
final ByteBuffer out = ByteBuffer.allocateDirect(80).put(
    "I am server and this is my message".getBytes(UTF_8));
boolean tells;
int clients;
int callers;
int talking;

// How far a conversation has come: what a thread would know by itself.
static final class Caller {
    int n, have, sent;
    final byte[] record = new byte[80];
}

// tag::serve[]
void serve(SelectionKey key) {
    SocketChannel client = (SocketChannel) key.channel();
    Caller caller = (Caller) key.attachment();
    String call = "read";
    try {
        if (caller.have < 80) {
            int got = client.read(in.clear().limit(80 - caller.have));
            if (got < 0 && caller.have > 0)
                throw new EOFException("the end, in a record");
            if (got < 0) {
                if (tells) tell(caller.n, "has ended");
                close(client);
                return;
            }
            in.flip().get(caller.record, caller.have, got);
            caller.have += got;
            if (caller.have < 80) return; // <.>
            if (tells) tell(caller.n, "says: " + text(caller.record));
        }
        call = "write";
        client.write(out.clear().position(caller.sent));
        caller.sent = out.position();
        if (caller.sent < 80) {
            key.interestOps(SelectionKey.OP_WRITE); // <.>
            return;
        }
        caller.have = caller.sent = 0;
        key.interestOps(SelectionKey.OP_READ);
    } catch (IOException e) {
        System.err.println("client " + caller.n + ": " + call
            + ": " + e.getMessage());
        close(client);
    }
}
// end::serve[]

void main(String... args) {
    int port = numberOf("port", args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    clients = numberOf("clients", args.length > 2 ? args[2] : "0");
    tells = args.length > 2;

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);

        call = "socket";
        ServerSocketChannel server = ServerSocketChannel.open();

        call = "bind";
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(local, port), BACKLOG);
        IO.println("listening on " + address
            + " port " + server.socket().getLocalPort());

        call = "select";
        // tag::accept[]
        Selector selector = Selector.open();
        server.configureBlocking(false); // <.>
        server.register(selector, SelectionKey.OP_ACCEPT);
        while (server.isOpen() || talking > 0)
            selector.select(key -> { // <.>
                if (key.isAcceptable()) accept(server, selector);
                else serve(key);
            });
        // end::accept[]
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

void accept(ServerSocketChannel server, Selector selector) {
    try {
        SocketChannel client;
        while (server.isOpen()
                && (client = server.accept()) != null) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Caller caller = new Caller();
            caller.n = ++callers;
            talking++;
            client.register(selector, SelectionKey.OP_READ, caller);
            if (tells) tell(caller.n, "from "
                + shown(client.socket().getInetAddress())
                + " port " + client.socket().getPort()
                + ", served by pid " + ProcessHandle.current().pid());
            if (callers == clients) server.close();
        }
    } catch (IOException e) {
        fail("accept", e.getMessage());
    }
}

void close(SocketChannel client) {
    talking--;
    try {
        client.close();
    } catch (IOException e) {
        System.err.println("close: " + e.getMessage());
    }
}

void tell(int n, String what) {
    IO.println("client " + n + " " + what);
}

// What stands in a record before its first zero byte.
String text(byte[] record) {
    return new String(record, UTF_8).split("\0", 2)[0];
}

void fail(String call, String reason) {
    System.err.println(call + ": " + reason);
    System.exit(1);
}

int numberOf(String what, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(what + ": '" + text
            + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}

// Java writes ::1 in full, 0:0:0:0:0:0:0:1; all others shorten it.
String shown(InetAddress host) {
    return host.getHostAddress().replaceFirst(
        "(^|:)0(:0)+(:|$)", "::");
}
