///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The simple server, with a file name in place of a port
// The simple server of lecture 04, with a file name for its address:
// nobody can call it but this machine.  UnixServer [PATH]
// Slides: E-07c E-44c
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    String path = pathOf(args.length > 0 ? args[0] : "/tmp/hello.sock");

    // tag::address[]
    SocketAddress address = UnixDomainSocketAddress.of(path); // <.>
    // end::address[]

    // The call we are in: if it fails, the error line begins with it.
    String call = "socket";
    try {
        // tag::socket[]
        ServerSocketChannel server = ServerSocketChannel
            .open(StandardProtocolFamily.UNIX); // <.>
        // end::socket[]

        call = "bind";
        // tag::bind[]
        // tag::listen[]
        server.bind(address, 5); // <.>
        // end::listen[]
        // end::bind[]
        IO.println("listening on " + path);

        call = "accept";
        // tag::accept[]
        SocketChannel client = server.accept();
        // end::accept[]

        call = "unlink";
        // tag::unlink[]
        Files.deleteIfExists(Path.of(path)); // <.>
        // end::unlink[]

        call = "read";
        // tag::read[]
        InputStream in = Channels.newInputStream(client); // <.>
        byte[] message = in.readNBytes(512);
        if (message.length == 0)
            fail(call, "the client said nothing");
        // end::read[]
        IO.println("from client: " + new String(message, UTF_8));

        call = "write";
        // tag::write[]
        OutputStream out = Channels.newOutputStream(client);
        out.write("back to ya client".getBytes(UTF_8));
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

String pathOf(String text) {
    if (text.isEmpty()) {
        System.err.println("path: '' names no file");
        System.exit(2);
    }
    return text;
}
