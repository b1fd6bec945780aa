///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: the port is not what it was told
// Marks: 17 of 20
// Fails: port, badPort, busyPort
// Mistake: IGNORES_PORT
// Comment: You let the system choose a port, whatever the user asked
//   for. The first argument is the port; only 0 means that you
//   may choose.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main() throws IOException {
    // the arguments can wait, any port will do for now
    var address = InetAddress.ofLiteral("127.0.0.1");
    try (ServerSocket server = new ServerSocket(0, 50, address)) {
        IO.println("listening on " + address.getHostAddress()
                + " port " + server.getLocalPort());
        while (true) serve(server.accept());
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
    var in = new BufferedReader(
            new InputStreamReader(client.getInputStream(), UTF_8));
    var out = client.getOutputStream();
    for (String name; (name = in.readLine()) != null; ) {
        if (name.isEmpty()) name = "nobody";
        out.write(("hello " + name + "\n").getBytes(UTF_8));
    }
}
