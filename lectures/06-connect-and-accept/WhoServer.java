///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Tells its client who is calling, and from which port
// A server that tells its client who it is: the client's own address,
// as the server sees it.  WhoServer [PORT [ADDRESS]]
// Slides: E-65c R-12c U-24d
// Claims: 28 42
import static java.nio.charset.StandardCharsets.UTF_8;

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
        // tag::accept[]
        Socket client = server.accept();
        // end::accept[]

        // tag::peer[]
        InetAddress host = client.getInetAddress();
        String caller = shown(host)
            + " port " + client.getPort();
        // end::peer[]
        IO.println("client from " + caller);

        call = "write";
        OutputStream out = client.getOutputStream();
        out.write(("you are " + caller).getBytes(UTF_8));

        call = "close";
        client.close();
        server.close();
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

// Java writes ::1 in full, 0:0:0:0:0:0:0:1; all others shorten it.
String shown(InetAddress host) {
    return host.getHostAddress().replaceFirst(
        "(^|:)0(:0)+(:|$)", "::");
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
