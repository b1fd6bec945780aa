///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION A thing on the way between two that reads what passes
// A client believes that it talks to a server. Between them stands a
// relay, a program like any other, which looks at the bytes, decides
// by them where to go, and passes them on. Firewalls, address
// translators and load balancers live on that.
// Slides: U-03a U-09d U-02a U-04e
// Claims: 12 13
import static java.nio.charset.StandardCharsets.UTF_8;

final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

void main() throws Exception {
    ServerSocket tea = new ServerSocket(0, 1, HERE);
    ServerSocket coffee = new ServerSocket(0, 1, HERE);
    ServerSocket relay = new ServerSocket(0, 1, HERE);
    Thread.ofVirtual().start(() -> serves(tea, "tea"));
    Thread.ofVirtual().start(() -> serves(coffee, "coffee"));
    Thread.ofVirtual().start(() -> relays(relay, Map.of(
        "tea, please", tea.getLocalPort(),
        "coffee, please", coffee.getLocalPort())));

    for (String drink : List.of("coffee", "tea")) {
        try (Socket client = new Socket(HERE, relay.getLocalPort())) {
            client.setSoTimeout(4000);
            say(client, drink + ", please");
            saw("the client gets", drink, hear(client));
        }
    }
    relay.close();
    tea.close();
    coffee.close();
}

// tag::relay[]
void relays(ServerSocket relay, Map<String, Integer> ways) {
    try {
        while (true)
            try (Socket client = relay.accept()) {
                String line = hear(client); // <.>
                IO.println("the relay reads: " + line);
                int port = ways.get(line);
                try (Socket server = new Socket(HERE, port)) {
                    say(server, line);
                    say(client, hear(server)); // <.>
                }
            }
    } catch (IOException closed) {
        // main has closed the relay: there is no more to do
    }
}
// end::relay[]

void serves(ServerSocket server, String drink) {
    try (Socket client = server.accept()) {
        hear(client);
        say(client, drink);
    } catch (IOException e) {
        System.err.println("serve: " + e.getMessage());
    }
}

void say(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\n").getBytes(UTF_8));
}

// One reader for one line: nobody here says a second.
String hear(Socket from) throws IOException {
    return new BufferedReader(new InputStreamReader(
        from.getInputStream(), UTF_8)).readLine();
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
