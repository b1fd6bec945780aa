///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Waits for one client, prints what it says, answers, ends
// The smallest complete server: it waits for one client, prints what
// the client says, answers, and ends.  SimpleServer [PORT [ADDRESS]]
// Slides: P-10b U-14a U-14d
// Claims: 21 86
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
        ServerSocket server = new ServerSocket(); // <.>
        // end::socket[]

        call = "bind";
        // tag::bind[]
        // tag::listen[]
        server.setReuseAddress(true); // <.>
        server.bind(new InetSocketAddress(local, port), 5);
        // end::listen[]
        // end::bind[]

        // Which port is it? Whoever asked for port 0 cannot know yet.
        port = server.getLocalPort();
        IO.println("listening on " + address + " port " + port);

        call = "accept";
        // tag::accept[]
        Socket client = server.accept(); // <.>
        // end::accept[]

        call = "read";
        // tag::read[]
        InputStream in = client.getInputStream();
        byte[] message = in.readNBytes(512); // <.>
        if (message.length == 0)
            fail(call, "the client said nothing");
        // end::read[]
        IO.println("from client: " + new String(message, UTF_8)); // <.>

        call = "write";
        // tag::write[]
        OutputStream out = client.getOutputStream();
        out.write("back to ya client".getBytes(UTF_8)); // <.>
        // end::write[]

        call = "close";
        // tag::close[]
        client.close(); // <.>
        server.close();
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
