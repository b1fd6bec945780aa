package course.lectures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stands between one client and one server, passes on what they say, and remembers every byte. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int serverPort;
    private final CompletableFuture<String> fromClient = new CompletableFuture<>();
    private final CompletableFuture<String> fromServer = new CompletableFuture<>();

    Relay(String address, int serverPort) throws IOException {
        this.serverPort = serverPort;
        InetAddress local = InetAddress.getByName(address);
        door = new ServerSocket(0, 1, local);
        Thread.ofVirtual().start(() -> serve(local));
    }

    private void serve(InetAddress local) {
        try (Socket client = door.accept();
                Socket server = new Socket(local, serverPort)) {
            Thread there = Thread.ofVirtual().start(() -> pass(client, server, fromClient));
            pass(server, client, fromServer);
            there.join();
        } catch (IOException e) {
            fromClient.completeExceptionally(e);
            fromServer.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to, CompletableFuture<String> heard) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[1024];
            for (int n; (n = in.read(some)) >= 0; ) {
                all.write(some, 0, n);
                out.write(some, 0, n);
            }
            to.shutdownOutput();
            heard.complete(all.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            heard.completeExceptionally(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    int serverPort() {
        return serverPort;
    }

    /** All that the client said, once it has ended its sending. */
    String fromClient(Duration patience) {
        return get(fromClient, patience, "the client's last byte");
    }

    String fromServer(Duration patience) {
        return get(fromServer, patience, "the server's last byte");
    }

    private static String get(CompletableFuture<String> heard, Duration patience, String what) {
        try {
            return heard.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waited " + patience.toMillis() + " ms for " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError("while waiting for " + what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
