///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DESCRIPTION Speaks HTTP by hand with a server, and with a client
// A public protocol needs no acquaintance: a client made of a few
// writes is answered by the JDK's own server, and a server made of a
// few reads satisfies the JDK's own client.  TalkHttp [names]
// Slides: U-10a U-10b U-10d U-10e U-04e
// Claims: 111
import com.sun.net.httpserver.HttpServer;
import java.net.http.*;

import static java.nio.charset.StandardCharsets.UTF_8;

final InetAddress loopback = InetAddress.getLoopbackAddress();
final byte[] page = "hello over HTTP".getBytes(UTF_8);
boolean tells;

void main(String... args) throws Exception {
    tells = args.length > 0;
    HttpServer theirs = HttpServer.create(
        new InetSocketAddress(loopback, 0), 5);
    theirs.createContext("/hello", exchange -> {
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    });
    theirs.start();
    IO.println("a client by hand asks a server");
    Answer hello = get(theirs.getAddress(), "/hello");
    saw("status", "200", hello.status());
    saw("bytes announced", "15", hello.headers().get("content-length"));
    saw("body", "hello over HTTP", hello.body());
    saw("a page it does not have, status", "404",
        get(theirs.getAddress(), "/nothing").status());
    theirs.stop(0);

    IO.println("a server by hand is asked by a client");
    // Its threads are daemons, which end when we do.
    HttpClient client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY).build();
    try (ServerSocket ours = new ServerSocket(0, 5, loopback)) {
        Thread serving = Thread.ofPlatform().start(() -> serve(ours));
        URI uri = URI.create(
            "http://127.0.0.1:" + ours.getLocalPort() + "/hello");
        var answer = client.send(
            HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString());
        serving.join();
        saw("status", "200", "" + answer.statusCode());
        saw("body", "hello over HTTP", answer.body());
    }
}

record Answer(String status, Map<String, String> headers, String body) {
}

// tag::headers[]
Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line; !(line = line(in)).isEmpty(); ) { // <.>
        String[] parts = line.split(":", 2);
        headers.put(parts[0].toLowerCase(), parts[1].trim()); // <.>
        if (tells) IO.println("    " + parts[0]);
    }
    return headers;
}
// end::headers[]

// tag::get[]
Answer get(InetSocketAddress server, String path) throws IOException {
    try (Socket socket = new Socket(loopback, server.getPort())) {
        socket.setSoTimeout(20_000);
        String request = "GET " + path + " HTTP/1.1\r\n" // <.>
            + "Host: 127.0.0.1:" + server.getPort() + "\r\n" // <.>
            + "Connection: close\r\n"
            + "\r\n"; // <.>
        socket.getOutputStream().write(request.getBytes(UTF_8));
        InputStream in = new BufferedInputStream(
            socket.getInputStream());
        String status = line(in).split(" ")[1]; // <.>
        Map<String, String> headers = headers(in);
        int length = Integer.parseInt(
            headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length); // <.>
        return new Answer(status, headers, new String(body, UTF_8));
    }
}
// end::get[]

// tag::serve[]
void serve(ServerSocket door) {
    try (Socket client = door.accept()) {
        client.setSoTimeout(20_000);
        InputStream in = new BufferedInputStream(
            client.getInputStream());
        saw("request", "GET /hello HTTP/1.1", line(in)); // <.>
        String host = "127.0.0.1:" + door.getLocalPort();
        saw("it names the host", "yes",
            host.equals(headers(in).get("host")) ? "yes" : "no"); // <.>
        String head = "HTTP/1.1 200 OK\r\n"
            + "Content-Length: " + page.length + "\r\n"
            + "Connection: close\r\n"
            + "\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        client.getOutputStream().write(page);
    } catch (IOException e) {
        throw new UncheckedIOException(e);
    }
}
// end::serve[]

String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; (c = in.read()) != '\n'; line.append((char) c))
        if (c < 0) throw new EOFException("the end, in a line");
    return line.toString().stripTrailing();
}

void saw(String what, String expected, String seen) {
    IO.println("  %s: expected %s, saw %s".formatted(
        what, expected, seen));
    if (!expected.equals(seen)) System.exit(1);
}
