///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Passes on what its guests say: the solution of an exercise
// A room in which each line of one guest goes to all the others. Each
// guest has two threads: one takes what it says, the other brings what
// it should hear. Only the second may have to wait for it.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** So many lines wait for a guest before it is put out. */
static final int PATIENCE = 10_000;
static final String LAST = "";

record Guest(Socket socket, BlockingQueue<String> waiting) {}

/** Whoever uses it holds its lock: it must not change meanwhile. */
final Set<Guest> room = new HashSet<>();

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        server.setReuseAddress(true);
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
                + " port " + server.getLocalPort());
        System.out.flush();
        while (true) {
            Guest guest = new Guest(server.accept(),
                    new LinkedBlockingQueue<>(PATIENCE));
            Thread.ofVirtual().start(() -> bring(guest));
            Thread.ofVirtual().start(() -> entertain(guest));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

/** Takes what the guest says, until EOF or until that fails. */
void entertain(Guest guest) {
    synchronized (room) {
        // one step: nobody else can come or go between the two
        room.add(guest);
        tell(null, "* " + room.size() + " here\n");
    }
    try {
        // knows both ends of a line, and a last one that has none
        BufferedReader in = new BufferedReader(new InputStreamReader(
                guest.socket().getInputStream(), UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            tell(guest, line + "\n");
        }
    } catch (IOException e) {
        System.err.println("guest: " + e.getMessage());
    }
    synchronized (room) {
        room.remove(guest);
        tell(null, "* " + room.size() + " here\n");
    }
    // what waits for it still reaches it
    if (!guest.waiting().offer(LAST)) putOut(guest);
}

/** Never waits: a line is put where the guest's thread finds it. */
void tell(Guest speaker, String line) {
    synchronized (room) {
        for (Guest guest : room) {
            if (guest == speaker) continue;
            if (!guest.waiting().offer(line)) putOut(guest);
        }
    }
}

/** Brings the guest what it should hear, as fast as it listens. */
void bring(Guest guest) {
    try (Socket socket = guest.socket()) {
        OutputStream out = socket.getOutputStream();
        while (true) {
            String line = guest.waiting().take();
            if (line.equals(LAST)) return;
            out.write(line.getBytes(UTF_8));
        }
    } catch (IOException e) {
        System.err.println("guest: " + e.getMessage());
    } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
    }
}

/** Both its threads find a closed socket, and end. */
void putOut(Guest guest) {
    try {
        guest.waiting().clear();
        guest.waiting().offer(LAST);
        guest.socket().close();
    } catch (IOException e) {
        System.err.println("guest: " + e.getMessage());
    }
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
