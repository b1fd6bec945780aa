package course.live;

import course.site.Printing;
import course.site.Problem;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * All that can be looked at, in memory: a page is found by its name among them or not at all, so no
 * path leads anywhere else.
 */
final class Pages {
    /** Everything from here, nothing from elsewhere; only the pages' own small style attributes. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr"
                    + " 'unsafe-inline'; img-src 'self'; connect-src 'self'; frame-src 'self';"
                    + " frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private static final List<String> OWN =
            List.of("follow.js", "follow.css", "present.js", "present.css");

    private record Page(String type, byte[] bytes, byte[] packed, String revision) {}

    private final Printing printing;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    Pages(Printing printing) {
        this.printing = printing;
        Printing.assets().forEach((path, bytes) -> put(path, bytes));
        for (String name : OWN) put("live/" + name, resource(name));
        put("present", resource("present.html"));
        printing.files().forEach(this::put);
    }

    /** What the printing made: pages, and what a search looks through. */
    private void put(String path, String made) {
        if (path.endsWith(".html")) putHtml(path, made);
        else put(path, made.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("the class server lacks " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture or a page that the server itself makes. */
    void put(String path, byte[] bytes) {
        pages.put(path, new Page(type(path), bytes, packed(bytes), revision(bytes)));
    }

    /** A page of the site follows the lecturer, and knows its own revision. */
    private void putHtml(String path, String html) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        String revision = revision(html.getBytes(StandardCharsets.UTF_8));
        String head =
                """
                <meta name="revision" content="%s">
                <link rel="stylesheet" href="%2$slive/follow.css">
                <script src="%2$slive/follow.js" defer></script>
                </head>"""
                        .formatted(revision, up);
        byte[] bytes = html.replaceFirst("</head>", head).getBytes(StandardCharsets.UTF_8);
        pages.put(path, new Page("text/html; charset=utf-8", bytes, packed(bytes), revision));
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/html; charset=utf-8";
        };
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String revision(byte[] bytes) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints anew what shows this file; the pages that changed. */
    synchronized List<String> reprint(Path file, Consumer<Problem> problems) {
        Printing.Reprinted fresh = printing.reprint(file);
        for (String path : fresh.paths()) put(path, printing.files().get(path));
        fresh.problems().forEach(problems);
        return fresh.paths().stream().filter(path -> path.endsWith(".html")).toList();
    }

    /** The comments for the lecturer on a page. */
    synchronized List<Map<String, String>> asides(String path) {
        return printing.asides(path).stream()
                .map(a -> Map.of(
                        "section", a.section(),
                        "kind", a.kind(),
                        "text", a.text(),
                        "about", a.about()))
                .toList();
    }

    boolean has(String path) {
        return pages.containsKey(path);
    }

    /** Nothing if there is no such page. */
    String revision(String path) {
        return Optional.ofNullable(pages.get(path)).map(Page::revision).orElse("");
    }

    void answer(HttpExchange x, String path) throws IOException, Refusal {
        Page page = pages.get(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
        if (page == null) throw new Refusal(404, "there is no such page");
        Headers headers = x.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Content-Type", page.type());
        headers.set("Cache-Control", "no-cache");
        headers.set("Vary", "Accept-Encoding");
        String tag = "\"" + page.revision() + "\"";
        headers.set("ETag", tag);
        if (tag.equals(x.getRequestHeaders().getFirst("If-None-Match"))) {
            x.sendResponseHeaders(304, -1);
            x.close();
            return;
        }
        String accepted = x.getRequestHeaders().getFirst("Accept-Encoding");
        boolean packed = accepted != null && accepted.contains("gzip");
        if (packed) headers.set("Content-Encoding", "gzip");
        send(x, 200, packed ? page.packed() : page.bytes());
    }

    /** A short answer of the server's own. */
    static void answer(HttpExchange x, String type, String body) throws IOException {
        x.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        send(x, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange x, int status, byte[] bytes) throws IOException {
        boolean head = x.getRequestMethod().equals("HEAD");
        if (head) x.getResponseHeaders().set("Content-Length", "" + bytes.length);
        x.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head) x.getResponseBody().write(bytes);
        x.close();
    }
}
