package course.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page that follows, as far as the server can see. */
final class Listener implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    record Event(String id, String name, String data) {}

    private final Socket socket;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    Listener(int port, String reader, String last) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String header = last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n";
        String request =
                "GET /live/events?reader=%s&page=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n"
                        .formatted(reader, Classroom.RING, port, header);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String id = "";
        String name = "";
        try (var lines = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.startsWith("id: ")) id = line.substring(4);
                if (line.startsWith("event: ")) name = line.substring(7);
                if (line.startsWith("data: ")) heard.add(new Event(id, name, line.substring(6)));
            }
        } catch (IOException closed) {
            // what was heard until then counts
        }
    }

    /** The next event of this name; what comes before it is passed over. */
    Event next(String name) throws InterruptedException {
        while (true) {
            Event event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) throw new AssertionError("no " + name);
            if (event.name().equals(name)) return event;
        }
    }

    /** All up to the first event of this name, by their names. */
    List<String> until(String name) throws InterruptedException {
        List<String> names = new ArrayList<>();
        while (names.isEmpty() || !names.getLast().equals(name)) {
            Event event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) throw new AssertionError("no " + name + ", only " + names);
            names.add(event.name());
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
