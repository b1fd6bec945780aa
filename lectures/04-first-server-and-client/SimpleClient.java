///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Calls the simple server, says hello, prints the answer
// The smallest complete client: it calls the server, says one thing,
// prints the answer, and ends.  SimpleClient [HOST [PORT]]
// Slides: K-14a P-10a U-14e U-14g
// Claims: 21 86
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

        Socket client = null;
        IOException reason = null;
        call = "connect";
        for (InetAddress address : found) { // <.>
            // tag::socket[]
            client = new Socket();
            // end::socket[]
            try {
                // tag::connect[]
                client.connect(
                    new InetSocketAddress(address, port));
                break; // <.>
                // end::connect[]
            } catch (IOException e) {
                reason = e;
                client.close();
            }
        }
        if (!client.isConnected()) throw reason;

        call = "write";
        // tag::write[]
        OutputStream out = client.getOutputStream();
        out.write("hello server".getBytes(UTF_8));
        // end::write[]
        call = "shutdown";
        // tag::shutdown[]
        client.shutdownOutput(); // <.>
        // end::shutdown[]

        call = "read";
        // tag::read[]
        InputStream in = client.getInputStream();
        byte[] reply = in.readNBytes(512); // <.>
        if (reply.length == 0)
            fail(call, "the server said nothing");
        // end::read[]
        IO.println("from server: " + new String(reply, UTF_8));

        call = "close";
        // tag::close[]
        client.close(); // <.>
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
