///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: only \n ends a line
// Marks: 19 of 20
// Fails: crlf
// Mistake: CARRIAGE_RETURN
// Comment: You look for the line feed, and rightly wait for it. A
//   client that ends its lines with \r\n leaves you the \r: cut
//   it off.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) {
    int port = port(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    try (ServerSocket server = listen(port, address)) {
        IO.println("listening on "
                + server.getInetAddress().getHostAddress()
                + " port " + server.getLocalPort());
        while (true) serve(server.accept());
    } catch (IOException e) {
        fail(1, "accept: " + e.getMessage());
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        greet(client);
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

void greet(Socket client) throws IOException {
    var in = new BufferedInputStream(client.getInputStream());
    var out = client.getOutputStream();
    var line = new ByteArrayOutputStream();
    int b;
    do {
        b = in.read();
        if (b != '\n' && b != -1) {
            line.write(b);
        } else if (b == '\n' || line.size() > 0) {
            out.write(reply(line.toString(UTF_8)).getBytes(UTF_8));
            line.reset();
        }
    } while (b != -1);
}

String reply(String name) {
    return "hello " + (name.isEmpty() ? "nobody" : name) + "\n";
}

ServerSocket listen(int port, String address) throws IOException {
    try {
        var to = InetAddress.getByName(address);
        return new ServerSocket(port, 50, to);
    } catch (IOException e) {
        fail(1, "bind: " + e.getMessage());
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
    fail(2, "not a port: " + word);
    return 0;
}

void fail(int status, String line) {
    System.err.println(line);
    System.exit(status);
}
