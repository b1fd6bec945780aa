///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: the solution of an exercise
// A server reads names, one a line, and says hello to each.
// All care goes into one fact: TCP carries bytes, lines are our idea.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = new ServerSocket()) {
        // so that a restart need not wait for TIME_WAIT to pass
        server.setReuseAddress(true);
        bind(server, new InetSocketAddress(address, port));
        // now we can be called; with port 0 only this line says where
        IO.println("listening on "
                + server.getInetAddress().getHostAddress()
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
        greet(client);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

void greet(Socket client) throws IOException {
    // UTF-8 by name: the default is whatever the machine likes. The
    // reader keeps half a character until its other half arrives.
    var in = new BufferedReader(
            new InputStreamReader(client.getInputStream(), UTF_8));
    var out = client.getOutputStream();
    // readLine asks for more until a line is whole; it takes \n and
    // \r\n, and gives the last line even if nothing ends it but EOF
    for (String name; (name = in.readLine()) != null; ) {
        String reply = "hello " + (name.isEmpty() ? "nobody" : name);
        // one write, one segment; this stream keeps nothing back
        out.write((reply + "\n").getBytes(UTF_8));
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

/** One line instead of a stack trace: the user is no programmer. */
int fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
    return status;
}
