// Tries: to say that it is ready, and to end when somebody calls.
// Solves: GreetingServer
// Marks: 1
// Must not: make the check wait for ever; for saying no it gets what it earns.
void main(String[] args) throws Exception {
    if (!args[0].matches("\\d{1,4}")) {
        System.err.println("port: no number");
        System.exit(2);
    }
    try (ServerSocket server = new ServerSocket()) {
        server.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
        IO.println("listening on 127.0.0.1 port " + server.getLocalPort());
        server.accept();
        Runtime.getRuntime().halt(0);
    }
}
