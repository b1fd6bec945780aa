///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Sends an 80-byte record and prints the one that comes back
// Messages of fixed length: it says hello in a record of 80 bytes,
// prints the text of the 80 that come back, and ends.
// EightyByteClient [HOST [PORT]]
// Slides: E-63a E-63c K-16a P-13b R-13a R-14a U-25a
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
    String host = args.length > 0 ? args[0] : "localhost";
    int port = portOf(args.length > 1 ? args[1] : "1234");

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress[] found =
            InetAddress.getAllByName(host);

        Socket client = null;
        IOException reason = null;
        call = "connect";
        for (InetAddress address : found) {
            client = new Socket();
            try {
                client.connect(
                    new InetSocketAddress(address, port));
                break;
            } catch (IOException e) {
                reason = e;
                client.close();
            }
        }
        if (!client.isConnected()) throw reason;

        call = "write";
        // tag::write[]
        OutputStream out = client.getOutputStream();
        out.write(
            recordOf("Hello server, please respond to client!"));
        // end::write[]

        call = "read";
        // tag::read[]
        InputStream in = client.getInputStream();
        byte[] reply = in.readNBytes(80); // <.>
        // end::read[]
        if (reply.length == 0)
            fail(call, "the server said nothing"); // <.>
        if (reply.length < 80)
            fail(call, "the server ended within a record");
        IO.println("from server: " + textOf(reply));

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

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
