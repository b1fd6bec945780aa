///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Gives each client a process of its own, a second Java
// A process for each client. Java has no fork, so the child is a new
// Java; the parent carries the bytes to its stdin and from its stdout.
// ForkingServer [PORT [ADDRESS [CLIENTS]]]
// Slides: K-15b K-15c K-15d E-65a E-65b E-65d E-65f E-66a E-66c
import static java.nio.charset.StandardCharsets.UTF_8;

// Room for that many callers between two accepts; Linux allows 4096.
static final int BACKLOG = 4096;

final byte[] reply = Arrays.copyOf(
    "I am server and this is my message".getBytes(UTF_8), 80);
boolean tells;

// tag::serve[]
// The child: stdin is what the client says, stdout what it hears; so
// the child tells of it on stderr, line by line.
void converse() throws IOException {
    byte[] record = new byte[80];
    int got;
    while ((got = System.in.readNBytes(record, 0, 80)) == 80) {
        if (tells) System.err.println("says: "
            + new String(record, UTF_8).split("\0", 2)[0]);
        System.out.write(reply);
        System.out.flush();
    }
    if (got > 0) System.exit(1);
    if (tells) System.err.println("has ended");
}
// end::serve[]

void main(String... args) throws IOException {
    if (args.length > 0 && args[0].equals("child")) {
        tells = args.length > 1;
        converse();
        return;
    }
    tells = args.length > 2;
    int port = numberOf("port", args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    int clients =
        numberOf("clients", args.length > 2 ? args[2] : "0");

    // The call we are in: if it fails, the error line begins with it.
    String call = "getaddrinfo";
    try {
        InetAddress local = InetAddress.getByName(address);

        call = "socket";
        ServerSocket server = new ServerSocket();

        call = "bind";
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(local, port), BACKLOG);
        IO.println("listening on " + address
            + " port " + server.getLocalPort());

        call = "accept";
        // tag::accept[]
        for (int n = 1; clients == 0 || n <= clients; n++) {
            Socket client = server.accept();
            int number = n;
            Thread.ofPlatform()
                .start(() -> parent(client, number));
        }
        // end::accept[]
        server.close();
    } catch (IOException e) {
        fail(call, e.getMessage());
    }
}

// tag::fork[]
void parent(Socket accepted, int n) {
    String call = "fork";
    try (Socket client = accepted) {
        client.setTcpNoDelay(true);
        Process child = child().start(); // <.>
        if (tells) tell(n, client, child);
        Thread.ofPlatform()
            .start(() -> listen(n, client, child)); // <.>
        call = "write";
        child.getInputStream().transferTo(client.getOutputStream());
        call = "read";
        int status = child.waitFor(); // <.>
        if (status != 0) throw new EOFException(status == 1
            ? "the end, in a record"
            : "the child ended with status " + status);
    } catch (IOException | InterruptedException e) {
        complain(n, call, e);
    }
}

void listen(int n, Socket client, Process child) {
    try (OutputStream toChild = child.getOutputStream()) { // <.>
        InputStream fromClient = client.getInputStream();
        byte[] some = new byte[8192];
        for (int got; (got = fromClient.read(some)) >= 0; ) {
            toChild.write(some, 0, got);
            toChild.flush();
        }
    } catch (IOException e) {
        complain(n, "read", e);
    }
}
// end::fork[]

// This program again, as another process and for one client.
ProcessBuilder child() {
    var source = getClass().getProtectionDomain().getCodeSource();
    String here = Path.of(URI.create(
        source.getLocation().toString())).toString();
    ProcessBuilder child = new ProcessBuilder(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m",
        "-cp", here,
        here.endsWith(".java") ? here : getClass().getName(), "child");
    if (tells) child.command().add("tells");
    else child.redirectError(ProcessBuilder.Redirect.INHERIT);
    return child;
}

void tell(int n, Socket client, Process child) {
    IO.println("client " + n + " from "
        + shown(client.getInetAddress()) + " port "
        + client.getPort() + ", served by pid " + child.pid());
    Thread.ofPlatform().start(() -> child.errorReader().lines()
        .forEach(what -> IO.println("client " + n + " " + what)));
}

void complain(int n, String call, Exception e) {
    System.err.println("client " + n + ": " + call
        + ": " + e.getMessage());
}

void fail(String call, String reason) {
    System.err.println(call + ": " + reason);
    System.exit(1);
}

int numberOf(String what, String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
        System.err.println(what + ": '" + text
            + "' is not a number from 0 to 65535");
        System.exit(2);
    }
    return Integer.parseInt(text);
}

// Java writes ::1 in full, 0:0:0:0:0:0:0:1; all others shorten it.
String shown(InetAddress host) {
    return host.getHostAddress().replaceFirst(
        "(^|:)0(:0)+(:|$)", "::");
}
