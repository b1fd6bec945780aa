///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The simple server again, in the steps of the C listing
// The simple server once more, with a channel and a buffer: closer to
// the C listing, where read fills memory that you own and tells you
// how much.  SimpleServerChannel [PORT [ADDRESS]]
// Slides: E-68c
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    int port = portOf(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);

        // tag::socket[]
        call = "socket";
        ServerSocketChannel server = ServerSocketChannel.open();
        // end::socket[]

        // tag::bind[]
        // tag::listen[]
        call = "bind";
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(local, port), 5);
        // end::listen[]
        // end::bind[]

        var bound = (InetSocketAddress) server.getLocalAddress();
        IO.println("listening on " + address
            + " port " + bound.getPort());

        // tag::accept[]
        call = "accept";
        SocketChannel client = server.accept();
        // end::accept[]

        // tag::read[]
        call = "read";
        ByteBuffer data = ByteBuffer.allocate(512); // <.>
        int n = 0;
        while (n >= 0 && data.hasRemaining())
            n = client.read(data); // <.>
        data.flip(); // <.>
        if (!data.hasRemaining())
            fail(call, "the client said nothing");
        // end::read[]
        IO.println("from client: " + UTF_8.decode(data));

        // tag::write[]
        call = "write";
        ByteBuffer reply = UTF_8.encode("back to ya client");
        while (reply.hasRemaining())
            client.write(reply); // <.>
        // end::write[]

        // tag::close[]
        call = "close";
        client.close();
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
