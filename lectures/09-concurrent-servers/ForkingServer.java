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
    "\nI am server and this is my message\n".getBytes(UTF_8), 80);
boolean tells;

// tag::serve[]
void converse(String... args) {
    String n = args[1];
    boolean tells = args.length > 2;
    try {
        if (tells) tell(n, args[2]
            + ", served by pid " + ProcessHandle.current().pid());
        byte[] record = new byte[80];
        int got;
        while ((got = System.in.readNBytes(record, 0, 80)) == 80) {
            if (tells) tell(n, "says: " + text(record));
            System.out.write(reply);
            System.out.flush();
        }
        if (got > 0) System.exit(1);
        if (tells) tell(n, "has ended");
    } catch (IOException e) {
        fail("read", e.getMessage());
    }
}
// end::serve[]
void main(String... args) {
    if (args.length > 0 && args[0].equals("child")) {
        converse(args);
        return;
    }
    int port = numberOf("port", args.length > 0 ? args[0] : "1234");
    String address = args.length > 1 ? args[1] : "127.0.0.1";
    int clients =
        numberOf("clients", args.length > 2 ? args[2] : "0");
    tells = args.length > 2;

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
        Process child = child(n, client); // <.>
        Thread.ofPlatform()
            .start(() -> listen(n, client, child)); // <.>
        call = "write";
        carry(child.getInputStream(), client.getOutputStream());
        call = "read";
        int status = child.waitFor(); // <.>
        if (status != 0) throw new EOFException(status == 1
            ? "the end, in a record"
            : "the child ended with status " + status);
    } catch (IOException | InterruptedException e) {
        complain(n, call, e);
    }
}

// A child that has no parent to ask knows its client by an argument.
Process child(int n, Socket client) throws IOException {
    var source = getClass().getProtectionDomain().getCodeSource();
    String here = Path.of(URI.create(
        source.getLocation().toString())).toString();
    List<String> command = new ArrayList<>(List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData", "-Xmx32m"));
    if (here.endsWith(".java")) command.add(here);
    else command.addAll(List.of("-cp", here, getClass().getName()));
    command.addAll(List.of("child", String.valueOf(n)));
    if (tells) command.add("from "
        + client.getInetAddress().getHostAddress()
        + " port " + client.getPort());
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!tells) builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process child = builder.start();
    if (tells) Thread.ofPlatform().start(() -> retell(n, child));
    return child;
}
// end::fork[]

void listen(int n, Socket client, Process child) {
    // Closing the child's stdin is how the client's end reaches it.
    try (OutputStream toChild = child.getOutputStream()) {
        carry(client.getInputStream(), toChild);
    } catch (IOException e) {
        complain(n, "read", e);
    }
}

// What the child tells goes to its stderr: its stdout is the client.
void retell(int n, Process child) {
    try {
        carry(child.getErrorStream(), System.out);
    } catch (IOException e) {
        complain(n, "read", e);
    }
}

void carry(InputStream from, OutputStream to) throws IOException {
    byte[] some = new byte[8192];
    for (int got; (got = from.read(some)) >= 0; ) {
        to.write(some, 0, got);
        to.flush();
    }
}

void tell(String n, String what) {
    System.err.println("client " + n + " " + what);
}

void complain(int n, String call, Exception e) {
    System.err.println("client " + n + ": " + call
        + ": " + e.getMessage());
}

// What stands in a record before its first zero byte.
String text(byte[] record) {
    return new String(record, UTF_8).split("\0", 2)[0];
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
