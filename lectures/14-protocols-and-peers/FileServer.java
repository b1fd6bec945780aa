///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends one file of a folder to one client, ends
// A client asks for a name, and gets the file, if it is one of the
// folder, and of no other.  FileServer [PORT [ADDRESS [FOLDER]]]
// Slides: E-35k U-05a U-11a
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import static java.nio.charset.StandardCharsets.UTF_8;

// tag::opened[]
// Whatever the reason, a stranger hears only: no such file.
FileChannel opened(Path folder, String name) {
    try {
        Path file = folder.resolve(name).toRealPath(); // <.>
        if (file.startsWith(folder) && Files.isRegularFile(file)) // <.>
            return FileChannel.open(file);
    } catch (IOException | InvalidPathException e) {
        return null;
    }
    return null;
}
// end::opened[]

void main(String... args) {
    int port = portOf(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    String place = args.length > 2 ? args[2] : ".";

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        Path folder = folderOf(place);
        InetAddress local = InetAddress.getByName(address);

        call = "socket";
        ServerSocketChannel server = ServerSocketChannel.open();
        call = "bind";
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(local, port), 5);
        var bound = (InetSocketAddress) server.getLocalAddress();
        IO.println("listening on " + address
            + " port " + bound.getPort());

        call = "accept";
        SocketChannel client = server.accept();

        call = "read";
        // tag::ask[]
        byte[] asked = Channels.newInputStream(client)
            .readNBytes(1025); // <.>
        String name = new String(asked, UTF_8);
        // end::ask[]
        if (asked.length == 0) fail(call, "the client said nothing");
        IO.println("from client: " + name);

        call = "write";
        // tag::answer[]
        try (FileChannel file = asked.length > 1024 // <.>
                ? null : opened(folder, name)) {
            long size = file == null ? 0 : file.size(); // <.>
            ByteBuffer answer = UTF_8.encode(file == null
                ? "NO no such file\n" : "OK " + size + "\n");
            while (answer.hasRemaining()) client.write(answer);
            long sent = 0;
            for (long n = 1; sent < size && n > 0; sent += n)
                n = file.transferTo(sent, size - sent, client); // <.>
            IO.println(file == null
                ? "no such file" : "bytes sent: " + sent);
        }
        // end::answer[]
        call = "shutdown";
        // tag::shutdown[]
        client.shutdownOutput(); // <.>
        // end::shutdown[]

        call = "close";
        client.close();
        server.close();
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

Path folderOf(String text) throws IOException {
    if (!Files.isDirectory(Path.of(text))) {
        System.err.println("folder: '" + text + "' is none");
        System.exit(2);
    }
    return Path.of(text).toRealPath();
}

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
