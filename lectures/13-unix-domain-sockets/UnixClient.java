///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Calls the server of a path, says hello, prints the answer
// The simple client of lecture 04, with a file name for the server's
// address: there is no host to look up.  UnixClient [PATH]
// Slides: E-07c E-44c
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

void main(String... args) {
    String path = pathOf(args.length > 0 ? args[0] : "/tmp/hello.sock");

    // tag::address[]
    SocketAddress address = UnixDomainSocketAddress.of(path);
    // end::address[]

    // The call we are in: if it fails, the error line begins with it.
    String call = "socket";
    try {
        // tag::socket[]
        SocketChannel client =
            SocketChannel.open(StandardProtocolFamily.UNIX);
        // end::socket[]
        call = "connect";
        // tag::connect[]
        client.connect(address); // <.>
        // end::connect[]

        call = "write";
        // tag::write[]
        OutputStream out = Channels.newOutputStream(client);
        out.write("hello server".getBytes(UTF_8));
        // end::write[]
        call = "shutdown";
        // tag::shutdown[]
        client.shutdownOutput();
        // end::shutdown[]

        call = "read";
        // tag::read[]
        InputStream in = Channels.newInputStream(client);
        byte[] reply = in.readNBytes(512);
        if (reply.length == 0)
            fail(call, "the server said nothing");
        // end::read[]
        IO.println("from server: " + new String(reply, UTF_8));

        call = "close";
        // tag::close[]
        client.close();
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
