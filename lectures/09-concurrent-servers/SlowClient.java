///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Calls a server twice at once, slowly and quickly
// One client says half a record and then thinks; another calls in the
// meantime. Does it have to wait?  SlowClient [HOST [PORT]]
// Slides: K-15a E-16b E-63a
import static java.nio.charset.StandardCharsets.UTF_8;

final byte[] record = Arrays.copyOf(
    "Hello server, please respond to client!".getBytes(UTF_8), 80);
String call; // if it fails, the error line begins with it

void main(String... args) {
    String host = args.length > 0 ? args[0] : "localhost";
    int port = portOf(args.length > 1 ? args[1] : "1234");
    try {
        Socket slow = connect(host, port);
        call = "write";
        slow.getOutputStream().write(record);
        slow.setSoTimeout(10_000);
        read(slow);
        slow.getOutputStream().write(record, 0, 40);
        IO.println("slow client: is answered, says half a record more,"
            + " and thinks");

        Socket quick = connect(host, port);
        call = "write";
        quick.getOutputStream().write(record);
        long start = System.nanoTime();
        boolean answered = false;
        try {
            quick.setSoTimeout(2_000);
            read(quick);
            answered = true;
            IO.println("quick client: is answered after "
                + (System.nanoTime() - start) / 1_000_000 + " ms");
        } catch (SocketTimeoutException e) {
            IO.println("quick client: has no answer after 2 s");
        }
        quick.setSoTimeout(10_000);
        if (answered) end(quick);

        call = "write";
        slow.getOutputStream().write(record, 40, 40);
        read(slow);
        IO.println("slow client: says the rest, is answered, and ends");
        end(slow);
        if (!answered) {
            read(quick);
            IO.println("quick client: is answered now");
            end(quick);
        }
    } catch (IOException e) {
        System.err.println(call + ": " + e.getMessage());
        System.exit(1);
    }
}

Socket connect(String host, int port) throws IOException {
    call = "getaddrinfo";
    InetAddress[] found = InetAddress.getAllByName(host);
    call = "connect";
    IOException reason = null;
    for (InetAddress address : found) {
        Socket client = new Socket();
        try {
            client.connect(new InetSocketAddress(address, port));
            return client;
        } catch (IOException e) {
            reason = e;
            client.close();
        }
    }
    throw reason;
}

void read(Socket client) throws IOException {
    call = "read";
    if (client.getInputStream().readNBytes(80).length < 80)
        throw new EOFException("the server ended without an answer");
}

// "That was all from me"; and the server ends, too.
void end(Socket client) throws IOException {
    client.shutdownOutput();
    client.getInputStream().read();
    client.close();
}

int portOf(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(
            "port: '" + text + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}
