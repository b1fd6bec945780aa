package course.live;

import course.script.Course;
import course.script.Exercise;
import course.site.Printed;
import course.submit.Bundle;
import course.submit.Bundle.Part;
import course.submit.HandIns;
import course.submit.Manifest.Open;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A class of the small course, with a pair that can be run, at a free port of this machine. */
final class Classroom implements AutoCloseable {
    static final String RING = "lectures/01-ring/index.html";
    private static final int PATIENCE_MILLIS = 20_000;

    final Course course;
    final ClassServer server;
    private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final List<Listener> listeners = new ArrayList<>();

    Classroom(Path folder) throws IOException {
        course = Printed.small(folder);
        Path real = Course.find(Path.of("")).root().resolve("lectures/04-first-server-and-client");
        for (String name : List.of("SimpleServer.java", "SimpleClient.java")) {
            Files.copy(real.resolve(name), course.root().resolve("lectures/01-ring/" + name));
        }
        Settings settings =
                new Settings(InetAddress.getLoopbackAddress(), 0, Optional.of(tray()));
        Pages pages = new Pages(Printed.of(course));
        server = ClassServer.open(settings, course, pages,
                new Journal(new PrintStream(journal, true, StandardCharsets.UTF_8)));
    }

    /** Where what is handed in goes. */
    Path tray() {
        return course.root().resolve("handed-in");
    }

    /** What a student of the small course hands in; its open check was passed in part. */
    byte[] bundle(String student, String word) {
        Exercise exercise = course.exercise("Greeting").orElseThrow();
        Part part = new Part(exercise, "Greeting.java",
                HandIns.program(word).getBytes(StandardCharsets.UTF_8),
                Optional.of(new Open(17, 20, 9)));
        return Bundle.of(course, "course 1", HandIns.NOON, List.of(student), List.of(part)).zip();
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return server.addresses().port();
    }

    String address(String path) {
        return "http://" + host() + "/" + path;
    }

    /** What the lecturer's terminal has shown. */
    List<String> journal() {
        return journal.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** What comes back for these bytes, until the server closes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException resetAfterTheAnswer) {
            return "";
        }
    }

    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    String get(String path) throws IOException {
        return raw("GET /%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(path, host()));
    }

    /** Posts a form as the lecturer's page does, and answers with the status. */
    int post(String path, String... namesAndValues) throws IOException {
        return status(posted(path, server.token(), "", namesAndValues));
    }

    String posted(String path, String token, String headers, String... namesAndValues)
            throws IOException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8);
            pairs.add(namesAndValues[i] + "=" + value);
        }
        return raw(post(path, token, headers, String.join("&", pairs)));
    }

    String post(String path, String token, String headers, String body) {
        return """
                POST /live/%s HTTP/1.1\r
                Host: %s\r
                X-Presenter: %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                Connection: close\r
                %s\r
                %s"""
                .formatted(path, host(), token, body.length(), headers, body);
    }

    int step(String key, int n) throws IOException {
        return post("step", "page", RING, "key", key, "title", "Step " + n, "n", "" + n,
                "of", "99");
    }

    /** A page that follows under this name; {@code last} is the event that it has heard last. */
    Listener follow(String reader, String last) throws IOException {
        Listener listener = new Listener(port(), reader, last);
        listeners.add(listener);
        return listener;
    }

    @Override
    public void close() throws IOException {
        for (Listener listener : listeners) listener.close();
        server.close();
    }
}
