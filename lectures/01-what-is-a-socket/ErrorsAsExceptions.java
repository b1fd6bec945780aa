///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Six things go wrong, and each has an exception of its own
// Six things go wrong, each on purpose. C's call answers -1 and leaves
// a number in errno; Java throws, and the class says what happened.
// Slides: E-34f E-34a E-34b E-34c E-34d
import java.util.concurrent.Callable;

final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

void main() throws IOException {
    // Bound and not listening: this port is taken, and nobody answers.
    Socket silent = new Socket();
    silent.bind(new InetSocketAddress(HERE, 0));
    int port = silent.getLocalPort();
    ServerSocket server = new ServerSocket(0, 5, HERE);

    // tag::refused[]
    wrong("connect, nobody listens", ConnectException.class,
        () -> new Socket(HERE, port));
    // end::refused[]

    wrong("bind, the port is taken", BindException.class,
        () -> new ServerSocket(port, 5, HERE));

    wrong("a name that cannot be", UnknownHostException.class,
        () -> InetAddress.getByName("no..such"));

    server.setSoTimeout(50);
    wrong("accept, nobody calls in time", SocketTimeoutException.class,
        server::accept);

    Socket client = new Socket(HERE, server.getLocalPort());
    Socket accepted = server.accept();
    accepted.setSoLinger(true, 0); // close shall break off: a reset
    accepted.close();
    wrong("read, the other has broken off", SocketException.class,
        () -> client.getInputStream().read());

    client.close();
    wrong("read, we have closed it ourselves", SocketException.class,
        () -> client.getInputStream().read());

    silent.close();
    server.close();
}

// tag::wrong[]
void wrong(String what, Class<? extends IOException> expected,
        Callable<?> call) {
    Exception seen = null;
    try {
        call.call();
    } catch (Exception e) {
        seen = e;
    }
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected.getSimpleName(), seen == null ? "nothing"
            : seen.getClass().getSimpleName()));
    if (seen == null || seen.getClass() != expected) System.exit(1);
    IO.println("  in words: " + seen.getMessage());
}
// end::wrong[]
