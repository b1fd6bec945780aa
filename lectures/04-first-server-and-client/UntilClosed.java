///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One server socket, one client after another, until close
// A server socket serves as many clients as we accept, one after the
// other. "All the time", says the slide: until close, says the system.
// Slides: U-14b
// Claims: 61
void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);
    int port = server.getLocalPort();

    for (int number = 1; number <= 3; number++) {
        try (Socket caller = new Socket(loopback, port);
                Socket accepted = server.accept()) {
            accepted.getOutputStream().write(number);
            int heard = caller.getInputStream().read();
            IO.println("client " + number
                + ": expected " + number + ", saw " + heard);
            if (heard != number) System.exit(1);
        }
    }

    server.close();
    try (Socket fourth = new Socket(loopback, port)) {
        IO.println("client 4: expected refused, saw " + fourth);
        System.exit(1);
    } catch (ConnectException e) {
        IO.println("client 4: expected refused, saw "
            + e.getMessage());
    }
}
