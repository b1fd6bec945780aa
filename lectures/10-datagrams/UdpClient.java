///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends one datagram, prints what is answered, ends
// The smallest complete client without a connection: it sends one
// datagram, waits a second for the answer.  UdpClient [HOST [PORT]]
// Slides: K-04a K-04d P-11h R-16d R-16e U-34b U-34c
// Claims: 96
import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = portOf(args.length > 1 ? args[1] : "1234");

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        // tag::getaddrinfo[]
        InetAddress[] found =
            InetAddress.getAllByName(host); // <.>
        // end::getaddrinfo[]

        byte[] hello = "hello server".getBytes(UTF_8);
        byte[] room = new byte[512];
        DatagramPacket reply = new DatagramPacket(room, room.length);
        IOException reason = null;
        for (InetAddress address : found) { // <.>
            call = "socket";
            // tag::socket[]
            DatagramSocket client = new DatagramSocket(); // <.>
            client.setSoTimeout(1000); // <.>
            // end::socket[]
            try {
                call = "sendto";
                // tag::sendto[]
                client.send(new DatagramPacket(
                    hello, hello.length, address, port)); // <.>
                // end::sendto[]
                call = "recvfrom";
                // tag::recvfrom[]
                client.receive(reply); // <.>
                reason = null;
                break;
                // end::recvfrom[]
            } catch (IOException e) {
                reason = e;
            } finally {
                // tag::close[]
                client.close(); // <.>
                // end::close[]
            }
        }
        if (reason != null) throw reason;
        IO.println("from server: "
            + new String(room, 0, reply.getLength(), UTF_8));
    } catch (SocketTimeoutException e) {
        fail(call, "no answer in 1000 ms");
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
