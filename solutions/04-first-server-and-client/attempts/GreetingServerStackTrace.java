///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Greets whoever calls: exceptions are for the user to read
// Marks: 18 of 20
// Fails: badPort, busyPort
// Mistake: STACK_TRACE
// Comment: The happy path is perfect. On the other paths the user gets
//   a stack trace and the status of an accident: catch both
//   exceptions, say one line, choose the status.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    var address = InetAddress.getByName(
            args.length > 1 ? args[1] : "127.0.0.1");
    try (ServerSocket server = new ServerSocket(port, 50, address)) {
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
