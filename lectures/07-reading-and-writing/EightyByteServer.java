///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Answers each 80-byte record of one client, until it ends
// Messages of fixed length: each record is 80 bytes, and is answered
// by one of 80 bytes, until the client ends the connection.
// EightyByteServer [PORT [ADDRESS]]
// Slides: E-63a E-66a K-16a P-13b U-22a U-22b
// Claims: 80
import static java.nio.charset.StandardCharsets.UTF_8;

// tag::text[]
// The text, and zero bytes up to 80.
// tag::pack[]
byte[] recordOf(String text) {
    return Arrays.copyOf(text.getBytes(UTF_8), 80); // <.>
}
// end::pack[]

// The text ends before the first zero byte, or fills all of the 80.
// tag::unpack[]
String textOf(byte[] record) {
    int end = 0;
    while (end < 80 && record[end] != 0) end++; // <.>
    return new String(record, 0, end, UTF_8);
}
// end::unpack[]
// end::text[]

void main(String... args) {
    int port = portOf(args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);

        call = "socket";
        ServerSocket server = new ServerSocket();

        call = "bind";
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(local, port), 5);

        // Which port is it? Whoever asked for port 0 cannot know yet.
        port = server.getLocalPort();
        IO.println("listening on " + address + " port " + port);

        call = "accept";
        Socket client = server.accept();

        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        call = "read";
        // tag::read[]
        byte[] record = in.readNBytes(80); // <.>
        // end::read[]
        if (record.length == 0)
            fail(call, "the client said nothing");
        while (record.length == 80) { // <.>
            IO.println("from client: " + textOf(record));

            call = "write";
            // tag::write[]
            out.write(recordOf("I am server and this is my message"));
            // end::write[]

            call = "read";
            record = in.readNBytes(80);
        }
        if (record.length > 0)
            fail(call, "the client ended within a record"); // <.>
        IO.println("the client has ended");

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
