// Tries: to call a server of the grader's own network, by TCP and by UDP, and to ask for a name.
// Solves: GreetingServer
// Marks: 0
// Must not: be heard there.
void main() throws Exception {
    for (String host : List.of("127.0.0.1", "localhost", "0.0.0.0")) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, @PORT@), 300);
            IO.println("ESCAPED: is connected to " + host);
        } catch (IOException e) {
            // held
        }
    }
    try (var socket = new DatagramSocket()) {
        socket.send(new DatagramPacket(new byte[] {1}, 1,
                new InetSocketAddress("127.0.0.1", @PORT@)));
    } catch (IOException e) {
        // held
    }
    IO.println("nobody there");
    System.exit(5);
}
