///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION How a server ends without hanging up on anybody
// To stop: close the listening socket, so that nobody new comes in,
// and wait until those who are here have finished.
// Slides: E-60a K-15d
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

final CountDownLatch doorIsShut = new CountDownLatch(1);

void main() throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket server = new ServerSocket(0, 5, loopback);
    int port = server.getLocalPort();
    Thread main = Thread.ofPlatform().start(() -> acceptAll(server));

    Socket guest = new Socket(loopback, port);
    saw("a client is served", 1, echoed(guest, 1));

    server.close();
    saw("accept has thrown",
        true, doorIsShut.await(5, TimeUnit.SECONDS));
    saw("a new caller is", "refused", isRefused(port));
    saw("the client that was here is served", 2, echoed(guest, 2));
    saw("the server waits for it", true, main.isAlive());

    guest.shutdownOutput();
    main.join(5_000);
    saw("it leaves, and the server has ended", false, main.isAlive());
    guest.close();
}

// tag::stop[]
void acceptAll(ServerSocket server) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) { // <.>
            doorIsShut.countDown();
        }
    } // <.>
}
// end::stop[]

void serve(Socket accepted) {
    try (Socket client = accepted) {
        client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
        System.err.println("client: " + e.getMessage());
    }
}

int echoed(Socket guest, int word) throws IOException {
    guest.setSoTimeout(5_000);
    guest.getOutputStream().write(word);
    return guest.getInputStream().read();
}

String isRefused(int port) throws IOException {
    try (Socket late = new Socket("127.0.0.1", port)) {
        return "connected to " + late.getPort();
    } catch (ConnectException e) {
        return "refused";
    }
}

void saw(String what, Object expected, Object seen) {
    IO.println(what + ": expected " + expected + ", saw " + seen);
    if (!expected.equals(seen)) System.exit(1);
}
