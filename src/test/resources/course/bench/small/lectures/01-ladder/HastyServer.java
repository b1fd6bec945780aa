///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Ends each connection after one answer
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

void main(String... args) throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try (ServerSocket server = new ServerSocket(0, 50, here)) {
        IO.println("listening on 127.0.0.1 port " + server.getLocalPort());
        while (true) {
            Socket client = server.accept();
            Thread.ofVirtual().start(() -> serve(client));
        }
    }
}

void serve(Socket accepted) {
    try (Socket client = accepted) {
        byte[] answer = Arrays.copyOf("I am server and this is my message".getBytes(), 80);
        while (client.getInputStream().readNBytes(80).length == 80) {
            Thread.sleep(0);
            client.getOutputStream().write(answer);
            return;
        }
    } catch (IOException | InterruptedException e) {
        System.err.println("client: " + e.getMessage());
    }
}
