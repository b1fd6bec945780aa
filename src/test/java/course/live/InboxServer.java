package course.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import course.script.Course;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** An inbox with a server of its own, at a free port of this machine, and a client that may lie. */
final class InboxServer implements AutoCloseable {
    static final Course COURSE = Course.find(Path.of(""));

    /** More clients come at once than the JDK's server expects. */
    private static final int BACKLOG = 1024;

    private static final int PATIENCE_MILLIS = 20_000;

    final Path folder;
    final List<Arrival> told = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>();
    final Inbox inbox;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** What came back, with the headers in one text. */
    record Answer(int status, String headers, String body) {
        int offset() {
            return headers.lines()
                    .filter(l -> l.regionMatches(true, 0, "Upload-Offset:", 0, 14))
                    .map(l -> Integer.parseInt(l.substring(14).strip()))
                    .findFirst().orElse(-1);
        }
    }

    InboxServer(Path folder, Limits limits) throws IOException {
        this.folder = folder;
        this.inbox = new Inbox(folder, COURSE.exercises(), told::add, log::add, limits);
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/hand-in/", inbox);
        server.setExecutor(hands);
        server.start();
    }

    InboxServer(Path folder) throws IOException {
        this(folder, Limits.USUAL);
    }

    /** The same as a process of its own, which says where it listens and goes on until killed. */
    public static void main(String... arguments) throws IOException {
        InboxServer alone = new InboxServer(Path.of(arguments[0]));
        System.out.println(alone.port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hand-in";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Socket connection() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** @param lines of the request's head; what every client says is added */
    Answer says(byte[] body, String... lines) throws IOException {
        try (Socket socket = connection()) {
            send(socket, body, lines);
            return answer(socket);
        }
    }

    static void send(Socket socket, byte[] body, String... lines) throws IOException {
        String head = String.join("\r\n", lines)
                + "\r\nHost: class.example\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        socket.getOutputStream().write(body);
    }

    static Answer answer(Socket socket) throws IOException {
        return parsed(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }

    static Answer parsed(String all) {
        int end = all.indexOf("\r\n\r\n");
        assertTrue(end > 0, "no answer, only: " + all);
        return new Answer(Integer.parseInt(all.split(" ")[1]), all.substring(0, end),
                all.substring(end + 4));
    }

    /** The lines with which bytes of a bundle are brought; the rest may follow them. */
    static String[] head(String sha256, int from, int length, int total) {
        return new String[] {
            "PUT /hand-in/" + sha256 + " HTTP/1.1",
            "Content-Type: application/zip",
            "Content-Length: " + length,
            "Content-Range: bytes "
                    + (length == 0 ? "*" : from + "-" + (from + length - 1)) + "/" + total
        };
    }

    Answer put(byte[] zip, int from) throws IOException {
        byte[] rest = Arrays.copyOfRange(zip, from, zip.length);
        return says(rest, head(sha256(zip), from, rest.length, zip.length));
    }

    Answer put(byte[] zip) throws IOException {
        return put(zip, 0);
    }

    Answer asks(byte[] zip) throws IOException {
        return says(new byte[0], "HEAD /hand-in/" + sha256(zip) + " HTTP/1.1");
    }

    /** Sends a part of a bundle, then breaks off, and waits until the server has seen all of it. */
    void putPart(byte[] zip, int length) throws IOException {
        try (Socket socket = connection()) {
            send(socket, Arrays.copyOf(zip, length),
                    head(sha256(zip), 0, zip.length, zip.length));
        }
        awaitOffset(zip, length);
    }

    void awaitOffset(byte[] zip, int offset) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        int seen = -1;
        while (seen != offset && System.nanoTime() < deadline) {
            seen = Math.max(0, asks(zip).offset());
        }
        assertEquals(offset, seen);
    }

    /** What can be seen. */
    List<Path> files() throws IOException {
        return files(folder);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }

    /** What lies there and is not whole. */
    List<String> hidden() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(".arriving"))) {
            return all.map(f -> f.getFileName().toString()).filter(n -> !n.equals("lock")).toList();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
        inbox.close();
    }
}
