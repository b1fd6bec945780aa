///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Passes on what its guests say: half lines in one buffer
// Marks: 15 of 20
// Fails: halves, leaves
// Skips: givesBack
// Comment: You collect a line until it is whole, but all guests write
//   into the same buffer. What belongs to one guest is a variable of
//   its thread, or a component of the guest.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

record Guest(Socket socket, BlockingQueue<String> waiting) {}

final List<Guest> room = new ArrayList<>();
final ByteArrayOutputStream said = new ByteArrayOutputStream();

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        bind(server, new InetSocketAddress(address, port));
        IO.println("listening on " + address
            + " port " + server.getLocalPort());
        while (true) {
            Guest guest = new Guest(server.accept(),
                new LinkedBlockingQueue<>());
            Thread.ofVirtual().start(() -> bring(guest));
            Thread.ofVirtual().start(() -> entertain(guest));
        }
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void entertain(Guest guest) {
    change(guest, true);
    try {
        InputStream in = guest.socket().getInputStream();
        byte[] some = new byte[1024];
        for (int n; (n = in.read(some)) >= 0; ) {
            collect(guest, Arrays.copyOf(some, n));
        }
        if (said.size() > 0) pass(guest);
    } catch (IOException e) {
        System.err.println("guest: " + e.getMessage());
    }
    change(guest, false);
    guest.waiting().add("");
}

void collect(Guest guest, byte[] some) {
    synchronized (said) {
        for (byte b : some) {
            if (b != '\n') said.write(b);
            else pass(guest);
        }
    }
}

void pass(Guest guest) {
    tell(guest, said.toString(UTF_8).replace("\r", "") + "\n");
    said.reset();
}

void change(Guest guest, boolean comes) {
    synchronized (room) {
        if (comes) room.add(guest);
        else room.remove(guest);
        tell(null, "* " + room.size() + " here\n");
    }
}

void tell(Guest speaker, String line) {
    synchronized (room) {
        for (Guest guest : room) {
            if (guest != speaker) guest.waiting().add(line);
        }
    }
}

void bring(Guest guest) {
    try (Socket socket = guest.socket()) {
        while (true) {
            String line = guest.waiting().take();
            if (line.isEmpty()) return;
            socket.getOutputStream().write(line.getBytes(UTF_8));
        }
    } catch (IOException | InterruptedException e) {
        System.err.println("guest: " + e.getMessage());
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
