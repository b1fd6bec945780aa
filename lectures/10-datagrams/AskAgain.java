///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION No answer: what got lost, and was the work done?
// Who hears nothing asks again, and cannot know whether the work has
// been done. A number in the request, and a server that remembers it,
// make the work be done once. We lose one request and one answer.
// Slides: K-04c K-04d U-32d
// Claims: 95
import static java.nio.charset.StandardCharsets.UTF_8;

void main() throws IOException {
    saw("the server forgets: 100 less 10", "80", withdrawal(false));
    saw("the server remembers: 100 less 10", "90", withdrawal(true));
}

/** What is on the account after one withdrawal of 10 from 100. */
int withdrawal(boolean remembers) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    DatagramSocket server = new DatagramSocket(0, loopback);
    DatagramSocket client = new DatagramSocket(0, loopback);
    server.setSoTimeout(2000);
    client.connect(server.getLocalSocketAddress());

    int account = 100;
    Map<String, String> answers = new HashMap<>();
    String[] mishaps = {"the request gets lost",
        "the answer gets lost", "nothing gets lost"};
    // Each time longer: there may be too much traffic already.
    int[] patience = {40, 200, 2000};
    for (int i = 0; i < 3; i++) {
        // tag::again[]
        byte[] request = "7 withdraw 10".getBytes(UTF_8);
        client.send(new DatagramPacket(request, request.length)); // <.>
        // end::again[]

        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        server.receive(packet);
        if (i > 0) {
            // tag::once[]
            String id = text(packet).split(" ")[0]; // <.>
            String answer = remembers ? answers.get(id) : null;
            if (answer == null) { // <.>
                account -= 10;
                answer = id + " left " + account;
                answers.put(id, answer);
            }
            // end::once[]
            packet.setData(answer.getBytes(UTF_8));
            if (i > 1) server.send(packet);
        }

        String expected = i < 2 ? "nothing"
            : "7 left " + (remembers ? 90 : 80);
        saw("try %d, %s; in %d ms we hear".formatted(
            i + 1, mishaps[i], patience[i]),
            expected, heard(client, patience[i]));
    }
    client.close();
    server.close();
    return account;
}

String heard(DatagramSocket client, int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    // tag::wait[]
    client.setSoTimeout(millis);
    try {
        client.receive(packet);
        return text(packet);
    } catch (SocketTimeoutException e) { // <.>
        return "nothing";
    }
    // end::wait[]
}

String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
}

void saw(String what, String expected, Object seen) {
    IO.println("%s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen.toString())) System.exit(1);
}
