///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Takes one datagram, prints it, answers it, ends
// The smallest complete server without a connection: it takes one
// datagram, answers whoever sent it, ends.  UdpServer [PORT [ADDRESS]]
// Slides: K-04d P-11i R-16a R-16b R-16c R-16d R-16e U-34a U-34c
// Claims: 100
import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    int port = portOf(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address); // <.>

        call = "socket";
        // tag::socket[]
        DatagramSocket server = new DatagramSocket(null); // <.>
        // end::socket[]

        call = "bind";
        // tag::bind[]
        server.bind(new InetSocketAddress(local, port)); // <.>
        // end::bind[]

        // Which port is it? Whoever asked for port 0 cannot know yet.
        port = server.getLocalPort();
        IO.println("listening on " + address + " port " + port);

        call = "recvfrom";
        // tag::recvfrom[]
        byte[] room = new byte[512];
        DatagramPacket message =
            new DatagramPacket(room, room.length); // <.>
        server.receive(message);
        int length = message.getLength(); // <.>
        // end::recvfrom[]
        IO.println(
            "from client: " + new String(room, 0, length, UTF_8));

        call = "sendto";
        // tag::sendto[]
        byte[] reply = "back to ya client".getBytes(UTF_8);
        server.send(new DatagramPacket(
            reply, reply.length, message.getSocketAddress())); // <.>
        // end::sendto[]

        call = "close";
        // tag::close[]
        server.close(); // <.>
        // end::close[]
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

// One line that names the call and the reason, and a status that is
// not 0: a person can read the one, a shell script the other.
void fail(String call, String reason) {
    System.err.println(call + ": " + reason);
    System.exit(1);
}

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
