///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Asks a server who is calling: which port is whose
// A client with two ports to tell apart: the one that it was given on
// the command line, and its own.  WhoClient [HOST [PORT]]
// Slides: E-54a E-54b E-55a E-57a U-24a U-24c
// Claims: 28 42
import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = portOf(args.length > 1 ? args[1] : "1234");

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        // tag::getaddrinfo[]
        InetAddress[] found =
            InetAddress.getAllByName(host);
        // end::getaddrinfo[]

        Socket client = null;
        IOException reason = null;
        call = "connect";
        for (InetAddress address : found) {
            client = new Socket();
            try {
                // tag::connect[]
                client.connect(
                    new InetSocketAddress(address, port));
                break;
                // end::connect[]
            } catch (IOException e) {
                reason = e;
                client.close();
            }
        }
        if (!client.isConnected()) throw reason;

        // tag::getsockname[]
        InetAddress mine = client.getLocalAddress();
        IO.println("I am     " + shown(mine)
            + " port " + client.getLocalPort());
        // end::getsockname[]
        // tag::getpeername[]
        InetAddress theirs = client.getInetAddress();
        IO.println("I called " + shown(theirs)
            + " port " + client.getPort());
        // end::getpeername[]

        call = "read";
        InputStream in = client.getInputStream();
        byte[] reply = in.readNBytes(512);
        if (reply.length == 0)
            fail(call, "the server said nothing");
        IO.println("from server: " + new String(reply, UTF_8));

        call = "close";
        client.close();
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

// Java writes ::1 in full, 0:0:0:0:0:0:0:1; all others shorten it.
String shown(InetAddress host) {
    return host.getHostAddress().replaceFirst(
        "(^|:)0(:0)+(:|$)", "::");
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
