package course.submit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import course.script.Complaint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Handing in to a server that is there, breaks off, says no, or is gone. */
class HttpLetterboxTest {
    private static final byte[] BUNDLE = HandIns.bundle("ada42", "x".repeat(300_000));

    private final Map<String, ByteArrayOutputStream> there = new ConcurrentHashMap<>();
    private final List<String> ranges = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private int breaksOff;
    private int takesAtOnce = Integer.MAX_VALUE;
    private int status;

    @BeforeEach
    void opens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hand-in/", this::serve);
        server.setExecutor(hands);
        server.start();
    }

    @AfterEach
    void closes() {
        server.stop(0);
        hands.shutdownNow();
    }

    private HttpLetterbox letterbox() {
        return new HttpLetterbox("http://127.0.0.1:" + server.getAddress().getPort() + "/hand-in/",
                told::add, Duration.ofMillis(2));
    }

    private synchronized void serve(HttpExchange call) throws IOException {
        if (status != 0) {
            answer(call, status, "not after the \u001b[2Jdeadline\nstack trace");
            return;
        }
        String id = call.getRequestURI().getPath().substring("/hand-in/".length());
        ByteArrayOutputStream bundle = there.computeIfAbsent(id, i -> new ByteArrayOutputStream());
        call.getResponseHeaders().set("Upload-Offset", String.valueOf(bundle.size()));
        if (call.getRequestMethod().equals("HEAD")) {
            call.sendResponseHeaders(bundle.size() == 0 ? 404 : 200, -1);
            call.close();
            return;
        }
        String range = call.getRequestHeaders().getFirst("Content-Range");
        ranges.add(range);
        int wanted = Math.min(takesAtOnce, BUNDLE.length / 3);
        InputStream body = call.getRequestBody();
        if (breaksOff > 0) {
            breaksOff--;
            bundle.write(body.readNBytes(wanted));
            call.close();
            return;
        }
        if (!range.equals("bytes */" + BUNDLE.length)) {
            assertTrue(range.startsWith("bytes " + bundle.size() + "-"), range);
            byte[] all = body.readAllBytes();
            bundle.write(all, 0, Math.min(all.length, takesAtOnce));
        }
        boolean whole = bundle.size() == BUNDLE.length;
        call.getResponseHeaders().set("Upload-Offset", String.valueOf(bundle.size()));
        String receipt = "Received: " + id.substring(0, 12) + "\nat \u001b[2Jnoon\n";
        answer(call, whole ? 200 : 202, whole ? receipt : "");
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean head = call.getRequestMethod().equals("HEAD");
        call.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) call.getResponseBody().write(body);
        call.close();
    }

    private void assertReceived(String receipt) {
        assertEquals("Received: " + Sha256.of(BUNDLE).substring(0, 12) + "\nat \u241b[2Jnoon",
                receipt);
        assertEquals(List.of(Sha256.of(BUNDLE)), List.copyOf(there.keySet()));
        assertArrayEquals(BUNDLE, there.get(Sha256.of(BUNDLE)).toByteArray());
    }

    @Test
    void takenAtOnce() {
        assertReceived(letterbox().takes(BUNDLE));
        assertEquals(List.of(), told);
    }

    @Test
    void theSameTwiceIsOneSubmission() {
        assertReceived(letterbox().takes(BUNDLE));
        assertReceived(letterbox().takes(BUNDLE));
        assertEquals("bytes */" + BUNDLE.length, ranges.getLast());
    }

    @Test
    void goesOnWhereTheConnectionBroke() {
        breaksOff = 2;
        assertReceived(letterbox().takes(BUNDLE));
        int third = BUNDLE.length / 3;
        String end = "-" + (BUNDLE.length - 1) + "/" + BUNDLE.length;
        assertEquals(List.of("bytes 0" + end, "bytes " + third + end, "bytes " + 2 * third + end),
                ranges);
        assertEquals(2, told.size(), told.toString());
    }

    @Test
    void goesOnWhereTheServerStopped() {
        takesAtOnce = 100_000;
        assertReceived(letterbox().takes(BUNDLE));
        assertEquals(List.of(), told);
        assertTrue(ranges.size() >= 3, ranges.toString());
    }

    @Test
    void aServerThatSaysNo() {
        status = 403;
        Complaint no = assertThrows(Complaint.class, () -> letterbox().takes(BUNDLE));
        assertEquals(1, no.status());
        assertTrue(no.getMessage().endsWith("status 403, not after the \u241b[2Jdeadline"),
                no.getMessage());
        assertEquals(List.of(), told);
    }

    @Test
    void aServerThatIsIll() {
        status = 503;
        Complaint ill = assertThrows(Complaint.class, () -> letterbox().takes(BUNDLE));
        assertEquals(3, ill.status());
        assertEquals(5, told.size());
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Complaint nobody = assertThrows(Complaint.class, () -> new HttpLetterbox(
                "http://127.0.0.1:" + port, told::add, Duration.ofMillis(1)).takes(BUNDLE));
        assertEquals(3, nobody.status());
        assertEquals(1, nobody.getMessage().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "ftp://x/", "http://", "http:///x", "http://x/?a",
            "http://x y", "file:///etc/passwd", "http://x/#a", ""})
    void noAddress(String url) {
        Complaint c = assertThrows(Complaint.class, () -> new HttpLetterbox(url, told::add));
        assertEquals(2, c.status());
    }
}
