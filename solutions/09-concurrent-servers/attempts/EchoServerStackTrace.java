///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends back what it gets: nothing can go wrong
// Marks: 19 of 20
// Fails: badPort
// Mistake: STACK_TRACE
// Comment: The conversation is right in every case. The arguments are
//   not looked at: a bad port and a busy one both end in a stack
//   trace.

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 1234;
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(address, port));
    IO.println("listening on " + address
        + " port " + server.getLocalPort());
    while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}
