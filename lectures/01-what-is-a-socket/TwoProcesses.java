///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Starts another program, which calls back through a socket
// Two processes talk. One listens, starts the other and tells it a
// number, the port; nothing else connects them.
//   TwoProcesses [COMMAND...]   starts COMMAND PORT, or itself
//   TwoProcesses PORT           is the other one
// Slides: E-02a E-07a U-03b U-04d U-04g K-02b K-02c P-03c R-04b E-34c
// Claims: 1 5
import static java.nio.charset.StandardCharsets.UTF_8;

final int PATIENCE = 10_000; // milliseconds, for the other to speak

// The call we are in: if it fails, the error line begins with it.
String call = "start";

// tag::talk[]
void says(Socket other) throws IOException {
    call = "write";
    String line = "hello from pid " + me() + "\n";
    other.getOutputStream().write(line.getBytes(UTF_8)); // <.>
}

String hears(Socket other) throws IOException {
    call = "read";
    other.setSoTimeout(PATIENCE);
    String line = new BufferedReader(new InputStreamReader(
        other.getInputStream(), UTF_8)).readLine(); // <.>
    if (line == null) throw new IOException("nothing came");
    IO.println("pid " + me() + " hears: " + line);
    return line;
}
// end::talk[]

void listens(List<String> command, String shown) throws Exception {
    // tag::listen[]
    call = "listen";
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    ServerSocket server = new ServerSocket(0, 1, here); // <.>
    int port = server.getLocalPort();
    // end::listen[]
    IO.println("pid %d listens on port %d and starts %s".formatted(
        me(), port, shown));

    // tag::start[]
    call = "start";
    List<String> words = new ArrayList<>(command);
    words.add(String.valueOf(port)); // <.>
    Process child = new ProcessBuilder(words).inheritIO().start();
    // end::start[]

    // tag::accept[]
    call = "accept";
    server.setSoTimeout(PATIENCE);
    Socket other = server.accept(); // <.>
    // end::accept[]
    String heard = hears(other);
    says(other);
    other.close();
    server.close();

    child.waitFor();
    boolean one = heard.equals("hello from pid " + me());
    IO.println("one process alone: expected no, saw "
        + (one ? "yes" : "no"));
    if (one) System.exit(1);
}

void calls(int port) throws IOException {
    // tag::connect[]
    call = "connect";
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    Socket other = new Socket(here, port); // <.>
    // end::connect[]
    says(other);
    hears(other);
    other.close();
}

void main(String... args) {
    try {
        if (args.length == 1 && args[0].matches("\\d{1,5}"))
            calls(Integer.parseInt(args[0]));
        else if (args.length > 0)
            listens(List.of(args), String.join(" ", args));
        else
            listens(thisProgram(), "itself again");
    } catch (Exception e) {
        System.err.println(call + ": " + e.getMessage());
        System.exit(1);
    }
}

long me() {
    return ProcessHandle.current().pid();
}

// How to start this program: from its source, or as it was compiled.
List<String> thisProgram() throws URISyntaxException {
    Class<?> self = getClass();
    String java = System.getProperty("java.home") + "/bin/java";
    String place = Path.of(self.getProtectionDomain()
        .getCodeSource().getLocation().toURI()).toString();
    return place.endsWith(".java") ? List.of(java, place)
        : List.of(java, "-cp", place, self.getName());
}
