///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gives each client a virtual thread, which costs little
// A thread for each client again, but one that Java runs, not the
// system.  VirtualThreadServer [PORT [ADDRESS [CLIENTS]]]
// Slides: E-16a E-16b U-19f
import java.util.concurrent.Executors;

import static java.nio.charset.StandardCharsets.UTF_8;

// Room for that many callers between two accepts; Linux allows 4096.
static final int BACKLOG = 4096;

final byte[] reply = Arrays.copyOf(
    "I am server and this is my message".getBytes(UTF_8), 80);
boolean tells;

// tag::serve[]
void serve(Socket accepted, int n) {
    String call = "setsockopt";
    try (Socket client = accepted) {
        client.setTcpNoDelay(true);
        if (tells) tell(n, "from "
            + shown(client.getInetAddress())
            + " port " + client.getPort()
            + ", served by pid " + ProcessHandle.current().pid());
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] record = new byte[80];
        int got;
        call = "read";
        while ((got = in.readNBytes(record, 0, 80)) == 80) {
            if (tells) tell(n, "says: " + text(record));
            call = "write";
            out.write(reply);
            call = "read";
        }
        if (got > 0) throw new EOFException("the end, in a record");
        if (tells) tell(n, "has ended");
    } catch (IOException e) {
        System.err.println("client " + n + ": " + call
            + ": " + e.getMessage());
    }
}
// end::serve[]

void main(String... args) {
    int port = numberOf("port", args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    int clients =
        numberOf("clients", args.length > 2 ? args[2] : "0");
    tells = args.length > 2;

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);

        call = "socket";
        ServerSocket server = new ServerSocket();

        call = "bind";
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(local, port), BACKLOG);
        IO.println("listening on " + address
            + " port " + server.getLocalPort());

        call = "accept";
        // tag::accept[]
        try (var threads =
                Executors.newVirtualThreadPerTaskExecutor()) { // <.>
            for (int n = 1; clients == 0 || n <= clients; n++) {
                Socket client = server.accept();
                int number = n;
                threads.execute(() -> serve(client, number));
            }
        } // <.>
        // end::accept[]
        server.close();
    } catch (IOException e) {
        fail(call, e.getMessage());
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
