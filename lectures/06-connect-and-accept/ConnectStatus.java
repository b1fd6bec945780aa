///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The slides' client: what fails, and with which status
// The client of the slides ends with another status for each call that
// can fail. With a host and a port this is that client; without, it
// tries all its ends in turn.  ConnectStatus [HOST PORT]
// Slides: E-54a E-55a E-55b E-57b E-59 E-12a E-12b
// Claims: 60
PrintStream errors = System.out;

void main(String... args) throws IOException {
    if (args.length == 2) {
        errors = System.err;
        System.exit(status(args[0], args[1]));
    }

    saw("66770", 2, status("localhost", "66770"));
    IO.println("  the slide calls port " + (66770 & 0xffff));
    saw("http", 2, status("localhost", "http"));
    saw("no..such", 3, status("no..such", "1234"));

    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    ServerSocket server = new ServerSocket(0, 5, loopback);
    String port = "" + server.getLocalPort();
    saw("a listening port", 0, status("127.0.0.1", port));
    server.close();
    saw("the same one, closed", 4, status("127.0.0.1", port));
}

// tag::status[]
int status(String host, String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65535)
        return told(2, "port: '" + text
            + "' is not a number from 0 to 65535"); // <.>
    InetAddress[] found;
    try {
        found = InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
        return told(3, "getaddrinfo: no such host");
    }
    String reason = "";
    for (InetAddress address : found) {
        try {
            new Socket(address, port).close(); // <.>
            return told(0, "connected");
        } catch (IOException e) {
            reason = e.getMessage();
        }
    }
    return told(4, "connect: " + reason);
}
// end::status[]

int told(int status, String line) {
    (status == 0 ? System.out : errors).println(line);
    return status;
}

void saw(String what, int expected, int seen) {
    IO.println("%s: expected status %d, saw status %d".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
