///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Passes on what its guests say: nothing can go wrong
// Marks: 19 of 20
// Fails: badPort
// Mistake: STACK_TRACE
// Comment: In the room all is well. At its door the arguments are not
//   looked at: a bad port and a busy one both end in a stack trace.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

record Guest(Socket socket, BlockingQueue<String> waiting) {}

final List<Guest> room = new ArrayList<>();

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        server.bind(new InetSocketAddress(address, port));
        IO.println("listening on " + address
            + " port " + server.getLocalPort());
        while (true) {
            Guest guest = new Guest(server.accept(),
                new LinkedBlockingQueue<>());
            Thread.ofVirtual().start(() -> bring(guest));
            Thread.ofVirtual().start(() -> entertain(guest));
        }
    }
}

void entertain(Guest guest) {
    change(guest, true);
    try {
        BufferedReader in = new BufferedReader(new InputStreamReader(
            guest.socket().getInputStream(), UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            tell(guest, line + "\n");
        }
    } catch (IOException e) {
        System.err.println("guest: " + e.getMessage());
    }
    change(guest, false);
    guest.waiting().add("");
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
