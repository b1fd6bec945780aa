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

        call = "socket";
        // tag::socket[]
        ServerSocketChannel server = ServerSocketChannel.open();
        // end::socket[]

        call = "bind";
        // tag::bind[]
        // tag::listen[]
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(local, port), 5);
        // end::listen[]
        // end::bind[]

        var bound = (InetSocketAddress) server.getLocalAddress();
        IO.println("listening on " + address
            + " port " + bound.getPort());

        call = "accept";
        // tag::accept[]
        SocketChannel client = server.accept();
        // end::accept[]

        call = "read";
        // tag::read[]
        ByteBuffer data = ByteBuffer.allocate(512); // <.>
        int n = 0;
        while (n >= 0 && data.hasRemaining())
            n = client.read(data); // <.>
        data.flip(); // <.>
        if (!data.hasRemaining())
            fail(call, "the client said nothing");
        // end::read[]
        IO.println("from client: " + UTF_8.decode(data));

        call = "write";
        // tag::write[]
        ByteBuffer reply = UTF_8.encode("back to ya client");
        while (reply.hasRemaining())
            client.write(reply);
        // end::write[]

        call = "close";
        // tag::close[]
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
