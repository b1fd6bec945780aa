///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION One direction ends and the other goes on; then both end
// A connection has two directions, and each ends by itself. A client
// that has said all it wants can still hear; one that has closed
// cannot, and the server finds out with its second write.
// Slides: K-18a K-18c U-25b U-25c U-25d
// Claims: 89 92 93
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 5, loopback)) {
        Socket client = new Socket(loopback, server.getLocalPort());
        Socket served = server.accept();

        // tag::half[]
        IO.println("the first client asks, and ends its sending");
        OutputStream question = client.getOutputStream();
        question.write("2 + 3".getBytes(UTF_8));
        client.shutdownOutput();
        saw("the client writes", "an error", write(question));
        saw("the server reads to the end", "2 + 3", all(served)); // <.>
        OutputStream reply = served.getOutputStream();
        saw("the server writes", "it is taken", write(reply));
        saw("the server writes", "it is taken", write(reply)); // <.>
        served.close();
        saw("the client reads to the end", "=5=5", all(client)); // <.>
        client.close();
        // end::half[]

        client = new Socket(loopback, server.getLocalPort());
        served = server.accept();

        // tag::whole[]
        IO.println("the second client asks, and closes");
        client.getOutputStream().write("2 + 3".getBytes(UTF_8));
        client.close();
        saw("the server reads to the end", "2 + 3", all(served)); // <.>
        reply = served.getOutputStream();
        saw("the server writes", "it is taken", write(reply)); // <.>
        String again = write(reply);
        // nearly always the second, but a reset takes its time
        for (int i = 0; i < 1000 && !again.equals("an error"); i++)
            again = write(reply);
        saw("the server writes again", "an error", again); // <.>
        served.close();
        // end::whole[]
    }
}

String all(Socket socket) throws IOException {
    socket.setSoTimeout(2000);
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
}

String write(OutputStream out) {
    try {
        out.write("=5".getBytes(UTF_8));
        return "it is taken";
    } catch (IOException e) {
        return "an error";
    }
}

void saw(String what, String expected, String seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
