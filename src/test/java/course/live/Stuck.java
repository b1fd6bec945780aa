package course.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Connections that get nowhere: half a request line, a head or a body that is not ended, and pages
 * that follow and never read. Who is shown the door is back at once.
 */
final class Stuck implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch there;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param reads whether it would notice the end of the connection */
    private record Beginning(String text, boolean reads) {}

    Stuck(int port, int size) throws InterruptedException {
        this.port = port;
        this.there = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            Beginning beginning = beginning(i);
            Thread.ofVirtual().start(() -> {
                while (closed.getCount() > 0) sticks(beginning);
            });
        }
        if (!there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(there.getCount() + " connections were not taken");
        }
    }

    private Beginning beginning(int i) {
        String host = "Host: 127.0.0.1:" + port + "\r\n";
        return switch (i % 4) {
            case 0 -> new Beginning("GET /live/ev", true);
            case 1 -> new Beginning("GET / HTTP/1.1\r\n" + host + "X-More: ", true);
            case 2 -> new Beginning("POST /live/answer HTTP/1.1\r\n" + host
                    + "Content-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 40\r\n\r\nreader=", true);
            default -> new Beginning(Crowd.asks("stuck-" + i, port), false);
        };
    }

    private void sticks(Beginning beginning) {
        try (Socket socket = new Socket()) {
            sockets.add(socket);
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(beginning.text().getBytes(StandardCharsets.US_ASCII));
            there.countDown();
            if (beginning.reads()) socket.getInputStream().readAllBytes();
            else closed.await();
            sockets.remove(socket);
        } catch (IOException shownTheDoor) {
            // it tries once more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        for (Socket socket : sockets) socket.close();
    }
}
