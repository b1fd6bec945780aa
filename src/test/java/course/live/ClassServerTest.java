package course.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A class, as the network sees it. */
class ClassServerTest {
    private static final int PATIENCE_MILLIS = 30_000;

    private static Classroom room;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        room = new Classroom(folder);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    private static void soon(String what, BooleanSupplier truth)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (!truth.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what);
            Thread.sleep(5);
        }
    }

    @Test
    void aPageIsTheSitesPageAndMayLoadNothingFromElsewhere() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(room.address(Classroom.RING));
            HttpRequest ask = HttpRequest.newBuilder(address).build();
            HttpResponse<String> page = client.send(ask, BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("A server waits, a client rings."), page.body());
            assertTrue(page.body().contains("<script src=\"../../live/follow.js\" defer>"));
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
            assertFalse(policy.contains("http"), policy);
            assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
            String tag = page.headers().firstValue("ETag").orElse("");
            HttpRequest again =
                    HttpRequest.newBuilder(address).header("If-None-Match", tag).build();
            assertEquals(304, client.send(again, BodyHandlers.ofString()).statusCode());
            HttpRequest head = HttpRequest.newBuilder(address).HEAD().build();
            assertEquals(200, client.send(head, BodyHandlers.ofString()).statusCode());
        }
        for (String path : List.of("", "lectures/01-ring/", "present", "assets/course.css",
                "live/follow.js", "live/address.svg")) {
            assertEquals(200, Classroom.status(room.get(path)), path);
        }
    }

    @Test
    void whatIsWrongIsRefusedAndTheServerLives() throws IOException {
        String token = room.server.token();
        String ok = "page=" + Classroom.RING + "&key=top~0&title=t&n=1&of=2";
        Map<String, Integer> bad = new LinkedHashMap<>();
        bad.put("GARBAGE\r\n\r\n", 400);
        bad.put("GET / HTTP/1.1\r\n\r\n", 400);
        bad.put(get("/", "Host: " + room.host()), 400);
        bad.put("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421);
        bad.put("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n", 421);
        bad.put("GET / HTTP/1.1\r\nHost: rebound.example:" + room.port() + "\r\n\r\n", 421);
        bad.put(get("/../../../etc/passwd"), 404);
        bad.put(get("/%2e%2e/%2e%2e/pom.xml"), 404);
        bad.put(get("/lectures/..%2f..%2fjbang-catalog.json"), 404);
        bad.put(get("/lectures\\..\\pom.xml"), 400);
        bad.put(get("/%zz"), 400);
        bad.put(get("/index.html%00.txt"), 404);
        bad.put(get("/solutions/01-ring/Greeting.java.html"), 404);
        bad.put(get("/lectures/01-ring/README.adoc"), 404);
        bad.put(get("/live/nothing"), 404);
        bad.put(get("/" + "a".repeat(3000)), 414);
        bad.put(get("http://evil.example/"), 400);
        bad.put(get("/", "Origin: http://evil.example"), 403);
        bad.put(get("/live/events?reader=r", "Sec-Fetch-Site: cross-site"), 403);
        bad.put(get("/live/events"), 400);
        bad.put(get("/live/events?reader=" + "r".repeat(90)), 400);
        bad.put(get("/live/step"), 405);
        bad.put(get("/live/desk?page=index.html"), 403);
        bad.put(get("/live/transcript"), 403);
        bad.put("DELETE / HTTP/1.1\r\nHost: " + room.host() + "\r\n\r\n", 405);
        bad.put("POST /index.html HTTP/1.1\r\nHost: " + room.host() + "\r\n\r\n", 405);
        bad.put(room.post("step", "", "", ok), 403);
        bad.put(room.post("step", "0".repeat(32), "", ok), 403);
        bad.put(room.post("run", "0".repeat(32), "", "pair=simple&server=java&client=java"), 403);
        bad.put(room.post("step", token, "Origin: http://evil.example\r\n", ok), 403);
        bad.put(room.post("step", token, "Origin: null\r\n", ok), 403);
        bad.put(room.post("step", token, "Sec-Fetch-Site: cross-site\r\n", ok), 403);
        bad.put(room.post("step", token, "", ok).replace("x-www-form-urlencoded", "json"), 415);
        bad.put(room.post("step", token, "", "").replace("Length: 0", "Length: 99999999"), 413);
        bad.put(chunked(token, "title=" + "x".repeat(20_000)), 413);
        bad.put(room.post("step", token, "", ok.replace("01-ring", "99-none")), 404);
        bad.put(room.post("step", token, "", ok.replace("key=top~0", "key=")), 400);
        bad.put(room.post("step", token, "", ok.replace("n=1", "n=one")), 400);
        bad.put(room.post("step", token, "", ok.replace("n=1", "n=-1")), 400);
        bad.put(room.post("step", token, "", ok.replace("title=t", "title=a%0aid:9")), 400);
        bad.put(room.post("step", token, "", ok.replace("title=t", "title=%zz")), 400);
        bad.put(room.post("step", token, "", ok.replace("title=t", "title")), 400);
        bad.put(room.post("step", token, "", "a=1&".repeat(60)
                + IntStream.range(0, 60).mapToObj(i -> "b" + i + "=1&").toList()), 400);
        bad.put(room.post("ask", token, "", "question=Who&choices=me"), 400);
        bad.put(room.post("ask", token, "", "question=Who&choices=1,2,3,4,5,6,7,8,9"), 400);
        bad.put(room.post("clear", token, "", "what=all"), 400);
        bad.put(room.post("run", token, "", "pair=..%2fx&server=java&client=java"), 404);
        bad.put(room.post("run", token, "", "pair=simple&server=cobol&client=java"), 404);
        bad.put(room.post("stop", token, "", ""), 409);
        bad.put(room.post("answer", "", "", "reader=nobody&poll=1&choice=0"), 403);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Integer> one : bad.entrySet()) {
            int status = Classroom.status(room.raw(one.getKey()));
            String said = one.getKey().lines().findFirst().orElse("");
            if (status != one.getValue()) {
                wrong.add(status + " instead of " + one.getValue() + " for " + one.getKey());
            }
            assertEquals(200, Classroom.status(room.get("")), "alive after " + said);
        }
        assertEquals(List.of(), wrong);
        List<String> told = room.journal().stream().filter(l -> l.endsWith("wrong token")).toList();
        assertEquals(1, told.size(), "twice the wrong token, once in the log");
    }

    private static String get(String path, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(path, room.host(), more);
    }

    private static String chunked(String token, String body) {
        return room.post("step", token, "", "")
                .replace("Content-Length: 0", "Transfer-Encoding: chunked")
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    @Test
    void stepsComeInTheirOrderAndWhoComesLateHearsTheLast() throws Exception {
        Listener early = room.follow("early", "");
        early.next("current");
        for (int n = 1; n <= 40; n++) assertEquals(204, room.step("top~0", n));
        String last = "";
        for (int n = 1; n <= 40; n++) {
            Listener.Event step = early.next("step");
            assertTrue(step.data().contains("\"title\":\"Step " + n + "\""), step.data());
            last = step.id();
        }
        Listener late = room.follow("late", "");
        assertTrue(late.next("step").data().contains("Step 40"));
        assertEquals(last, late.next("current").id());
    }

    @Test
    void whoWasAwayHearsWhatWasMissedAndNoMore() throws Exception {
        Listener first = room.follow("away", "");
        first.next("current");
        room.step("top~0", 71);
        String heard = first.next("step").id();
        first.close();
        room.step("call-bind~0", 72);
        room.step("call-listen~0", 73);
        Listener back = room.follow("away", heard);
        assertTrue(back.next("step").data().contains("Step 72"));
        assertTrue(back.next("step").data().contains("Step 73"));
        Listener stranger = room.follow("away", "0123456789ab-1");
        assertTrue(stranger.until("current").contains("anew"), "another hour's number");
    }

    @Test
    void aStuckFollowerIsDroppedAndDelaysNobody() throws Exception {
        Listener lively = room.follow("lively", "");
        lively.next("current");
        int others = room.server.channel.followers();
        try (Socket stuck = new Socket()) {
            stuck.setReceiveBufferSize(2048);
            stuck.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), room.port()));
            stuck.getOutputStream().write(get("/live/events?reader=stuck").getBytes(
                    StandardCharsets.UTF_8));
            soon("it follows", () -> room.server.channel.followers() == others + 1);
            String long_ = Json.object("text", "x".repeat(60_000));
            long slowest = 0;
            for (int i = 0; i < 300 && room.server.channel.hears("stuck"); i++) {
                long start = System.nanoTime();
                room.server.channel.add(Channel.Topic.MOMENT, "noise", long_);
                slowest = Math.max(slowest, System.nanoTime() - start);
                lively.next("noise");
            }
            assertFalse(room.server.channel.hears("stuck"));
            assertTrue(slowest < 2_000_000_000L, "a step took " + slowest / 1_000_000 + " ms");
        }
        room.step("top~0", 99);
        assertTrue(lively.next("step").data().contains("Step 99"));
    }

    /** Without a socket: the write itself hangs, and is woken. */
    @Test
    void aWriteThatHangsIsInterrupted() throws Exception {
        Channel channel = new Channel("s", 9);
        OutputStream hanging =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        try {
                            Thread.sleep(PATIENCE_MILLIS);
                        } catch (InterruptedException e) {
                            throw new InterruptedIOException();
                        }
                    }
                };
        Thread writing = Thread.ofVirtual().start(() -> {
            try {
                channel.serve(hanging, "r", "", "{}");
            } catch (IOException dropped) {
                // as it should be
            }
        });
        soon("it follows", () -> channel.followers() == 1);
        for (int i = 0; i < 100; i++) channel.say(Channel.Topic.STEP, "step", "{}");
        assertEquals(0, channel.followers());
        assertTrue(writing.join(Duration.ofMillis(PATIENCE_MILLIS)));
    }

    /** Who hears nothing for long takes the connection for lost. */
    @Test
    void aSilentHourHasItsBeat() throws Exception {
        Channel channel = new Channel("s", 9);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Thread writing = Thread.ofVirtual().start(() -> {
            try {
                channel.serve(written, "r", "", "{}");
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        });
        soon("it follows", () -> channel.followers() == 1);
        long now = System.nanoTime();
        for (int seconds : List.of(5, 10, 16, 20, 32)) {
            channel.tick(now + Duration.ofSeconds(seconds).toNanos());
        }
        soon("two beats", () -> written.toString(StandardCharsets.UTF_8)
                .split("event: beat\n", -1).length == 3);
        channel.close();
        assertTrue(writing.join(Duration.ofMillis(PATIENCE_MILLIS)));
    }

    @Test
    void anAnswerCountsOncePerPage() throws Exception {
        Listener one = room.follow("one", "");
        Listener two = room.follow("two", "");
        one.next("current");
        two.next("current");
        assertEquals(204, room.post("ask", "question", "Who rings?", "choices",
                "the client, the server"));
        Listener.Event asked = one.next("poll");
        assertTrue(asked.data().contains("[\"the client\",\"the server\"]"), asked.data());
        String poll = asked.data().replaceFirst(".*\"poll\":(\\d+).*", "$1");
        assertEquals(204, answer("one", poll, 1));
        assertEquals(204, answer("one", poll, 1));
        assertEquals(204, answer("one", poll, 0));
        assertEquals(204, answer("two", poll, 0));
        assertEquals(403, answer("three", poll, 0));
        assertEquals(400, answer("two", poll, 2));
        assertEquals(409, answer("two", "99999", 0));
        String counted = one.next("poll").data();
        while (!counted.contains("\"answers\":2")) counted = one.next("poll").data();
        assertEquals(204, room.post("close"));
        while (!counted.contains("\"open\":false")) counted = one.next("poll").data();
        assertTrue(counted.contains("\"counts\":[2,0],\"answers\":2"), counted);
        assertEquals(409, answer("two", poll, 1));
        assertTrue(room.follow("latecomer", "").next("poll").data().contains("\"counts\":[2,0]"));
        assertEquals(204, room.post("clear", "what", "poll"));
        while (!counted.equals("{}")) counted = two.next("poll").data();
    }

    private static int answer(String reader, String poll, int choice) throws IOException {
        return Classroom.status(
                room.posted("answer", "", "", "reader", reader, "poll", poll, "choice",
                        "" + choice));
    }

    @Test
    void whatRunsHereIsSeenThere() throws Exception {
        Listener one = room.follow("looker", "");
        one.next("current");
        assertEquals(204, room.post("run", "pair", "simple", "server", "java", "client", "java"));
        assertEquals(409, room.post("run", "pair", "simple", "server", "java", "client", "java"));
        assertTrue(one.next("run").data().contains("\"server\":\"SimpleServer.java\""));
        StringBuilder lines = new StringBuilder();
        while (!lines.toString().contains("back to ya")) lines.append(one.next("lines").data());
        assertTrue(lines.toString().contains("[\"server\",\"out\",\"listening on 127.0.0.1 port"));
        assertTrue(lines.toString().contains("[\"server\",\"out\",\"from client: hello server\"]"));
        assertTrue(lines.toString().contains("[\"client\",\"out\",\"from server: back to ya"));
        assertTrue(one.next("ended").data().contains("both ended with status 0"));
        List<String> late = room.follow("late looker", "").until("current");
        assertTrue(late.containsAll(List.of("run", "lines", "ended")), late.toString());
        String transcript =
                room.raw(get("/live/transcript", "X-Presenter: " + room.server.token()));
        assertTrue(transcript.contains("ran SimpleServer.java and SimpleClient.java"));
        assertTrue(transcript.contains("  server: from client: hello server"), transcript);
        assertEquals(204, room.post("clear", "what", "run"));
    }

    @Test
    void whatIsSavedIsShownAnewAndWhatIsBrokenIsNot() throws Exception {
        Path text = room.course.root().resolve("lectures/02-answer/README.adoc");
        String path = "lectures/02-answer/index.html";
        String before = Files.readString(text);
        Listener one = room.follow("reader", "");
        one.next("current");
        try (Watch _ = Watch.of(room.course.root(), List.of("lectures"), room.server::saved)) {
            Files.writeString(text, before + "\nOne more word.\n");
            assertEquals("{\"pages\":[\"" + path + "\"]}", one.next("pages").data());
            assertTrue(room.get(path).contains("One more word."));
            Files.writeString(text, before + "\nlink:nowhere.adoc[A way] to nowhere.\n");
            soon("the problem is told", () -> room.journal().stream()
                    .anyMatch(l -> l.contains("the link leads nowhere: nowhere.adoc")));
            assertTrue(room.get(path).contains("One more word."), "the page stays as it was");
            Path program = room.course.root().resolve("lectures/01-ring/ring_server.py");
            Files.writeString(program, Files.readString(program) + "# Good night.\n");
            String pages = one.next("pages").data();
            assertTrue(pages.contains("lectures/01-ring/ring_server.py.html"), pages);
        }
        Files.writeString(text, before);
    }

    @Test
    void theLecturersDeskKnowsThePage() throws IOException {
        String desk = room.raw(get("/live/desk?page=" + Classroom.RING,
                "X-Presenter: " + room.server.token()));
        assertTrue(desk.contains("\"name\":\"simple\""), desk);
        assertTrue(desk.contains("\"runs\":true"), desk);
        assertTrue(desk.contains("\"address\":\"http://127.0.0.1:" + room.port()), desk);
    }
}
