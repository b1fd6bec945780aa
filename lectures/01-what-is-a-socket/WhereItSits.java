///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION The layers as Java shows them, and what we may adjust
// From the top down: the program, the socket, and what lies below it.
// Of each layer Java shows something; the socket is the last one that
// we can hold. For all that nothing needs to be installed.
// Slides: E-76a E-76b E-76c E-76d R-02d U-07b K-09 E-04c E-02b
// Claims: 10 15 19 20
import java.util.stream.Collectors;

void main() throws IOException {
    layer("application", "HTTP, FTP, your program",
        java.net.http.HttpClient.class);
    layer("transport",
        "TCP, the Transmission Control Protocol, and UDP",
        Socket.class, ServerSocket.class, DatagramSocket.class);
    layer("network", "IP", InetAddress.class);
    layer("link", "device drivers", NetworkInterface.class);

    // Without an address it listens at all that this machine has.
    ServerSocket server = new ServerSocket(0);
    int port = server.getLocalPort();
    for (String text : List.of("127.0.0.1", "127.0.0.2", "::1")) {
        InetAddress address = InetAddress.ofLiteral(text);
        saw("reached through " + text, isOurs(address),
            reaches(address, port));
    }

    // tag::options[]
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    Socket socket = new Socket(here, port);
    var knobs = socket.supportedOptions();
    saw("TCP_NODELAY, as it comes", false, socket.getTcpNoDelay());
    socket.setTcpNoDelay(true);
    saw("TCP_NODELAY, set", true, socket.getTcpNoDelay());
    saw("at least five more to adjust", true, knobs.size() > 5);
    saw("the segment size among them", false, knobs.stream()
        .anyMatch(knob -> knob.name().contains("MAXSEG")));
    // end::options[]
    socket.close();
    server.close();
}

void layer(String name, String what, Class<?>... classes) {
    IO.println("%-11s  %s".formatted(name, what));
    IO.println("%-11s  %s, in %s".formatted("",
        Stream.of(classes).map(Class::getSimpleName)
            .collect(Collectors.joining(", ")),
        classes[0].getModule()));
}

// All of 127.x.y.z is this machine's on Linux; elsewhere 127.0.0.1 is.
boolean isOurs(InetAddress address) throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, address)) {
        return probe.isBound();
    } catch (BindException e) {
        return false;
    }
}

boolean reaches(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), 500);
        return true;
    } catch (ConnectException | SocketTimeoutException
            | NoRouteToHostException e) {
        return false;
    }
}

void saw(String what, boolean expected, boolean seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (expected != seen) System.exit(1);
}
