package course.submit;

import course.check.Quoted;
import course.script.Complaint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A class server's. A bundle has a place of its own there, {@code URL/SHA-256}, so to put it there
 * twice is to put it there once.
 *
 * <p>{@code HEAD} asks how much of it is there: the answer's {@code Upload-Offset}, or 404 for
 * nothing. {@code PUT} with {@code Content-Range: bytes 0-99/100} brings the rest, or with {@code
 * bytes *}{@code /100} only asks. The answer to it is 200 or 201 with the receipt when all is
 * there, 202 or 409 with {@code Upload-Offset} when it is to go on from there, and any other 4xx
 * with the reason in one line when it is refused. Whatever else happens is worth another try.
 */
public final class HttpLetterbox implements Letterbox {
    private static final int TRIES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RECEIPT_LINES = 12;
    private static final int RECEIPT_WIDTH = 200;

    private final URI url;
    private final Duration pause;
    private final Consumer<String> tells;

    /** The server said no: to try again would not help. */
    private static final class Refused extends IOException {
        Refused(String why) {
            super(why);
        }
    }

    /** @param tells is told in one line of each new try */
    public HttpLetterbox(String url, Consumer<String> tells) {
        this(url, tells, Duration.ofMillis(250));
    }

    HttpLetterbox(String url, Consumer<String> tells, Duration pause) {
        this.url = checked(url);
        this.tells = tells;
        this.pause = pause;
    }

    private static URI checked(String text) {
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean plain = url.getRawQuery() == null && url.getRawFragment() == null;
            if (web && plain && url.getHost() != null) return url;
        } catch (IllegalArgumentException none) {
            // said below
        }
        throw Complaint.usage(Quoted.line(text, RECEIPT_WIDTH)
                + " is no address like http://class.example:8080/hand-in");
    }

    @Override
    public String takes(byte[] bundle) {
        URI place = URI.create(url + "/" + Sha256.of(bundle));
        String trouble = "";
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                if (attempt > 0) {
                    tells.accept(trouble + "; trying again");
                    Thread.sleep(pause.multipliedBy(1L << attempt - 1));
                }
                try {
                    return bring(client, place, bundle);
                } catch (Refused no) {
                    throw Complaint.fallsShort(url + " refuses it: " + no.getMessage());
                } catch (IOException e) {
                    trouble = told(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "interrupted";
        }
        throw Complaint.machine(url + " cannot be reached: " + trouble);
    }

    private static String told(IOException e) {
        return e.getMessage() == null || e.getMessage().isBlank()
                ? e.getClass().getSimpleName()
                : Quoted.line(e.getMessage(), RECEIPT_WIDTH);
    }

    private static String bring(HttpClient client, URI place, byte[] bundle)
            throws IOException, InterruptedException {
        int there = 0;
        HttpResponse<String> head =
                client.send(request(place).HEAD().build(), BodyHandlers.ofString());
        if (head.statusCode() == 200) there = offset(head, bundle.length).orElse(0);
        else if (head.statusCode() >= 500) decline(head);
        while (true) {
            HttpResponse<String> put = client.send(
                    request(place)
                            .header("Content-Type", "application/zip")
                            .header("Content-Range", range(there, bundle.length))
                            .PUT(BodyPublishers.ofByteArray(bundle, there, bundle.length - there))
                            .build(),
                    BodyHandlers.ofString());
            if (put.statusCode() == 200 || put.statusCode() == 201) return shown(put.body());
            boolean goesOn = put.statusCode() == 202 || put.statusCode() == 409;
            OptionalInt next = offset(put, bundle.length);
            if (!goesOn || next.isEmpty()) decline(put);
            if (next.getAsInt() <= there) throw new IOException("the server takes no more of it");
            there = next.getAsInt();
        }
    }

    private static HttpRequest.Builder request(URI place) {
        return HttpRequest.newBuilder(place).timeout(PATIENCE);
    }

    private static String range(int from, int length) {
        return from == length
                ? "bytes */" + length
                : "bytes %d-%d/%d".formatted(from, length - 1, length);
    }

    private static OptionalInt offset(HttpResponse<?> answer, int length) throws IOException {
        String said = answer.headers().firstValue("Upload-Offset").orElse("");
        if (!said.matches("\\d{1,9}")) return OptionalInt.empty();
        int offset = Integer.parseInt(said);
        if (offset > length) throw new IOException("the server has more of it than there is");
        return OptionalInt.of(offset);
    }

    private static void decline(HttpResponse<String> answer) throws IOException {
        String why = "status " + answer.statusCode();
        String said = answer.body() == null ? "" : answer.body().lines().findFirst().orElse("");
        if (!said.isBlank()) why += ", " + Quoted.line(said.strip(), RECEIPT_WIDTH);
        if (answer.statusCode() >= 500) throw new IOException(why);
        throw new Refused(why);
    }

    private static String shown(String receipt) {
        return receipt.lines()
                .limit(RECEIPT_LINES)
                .map(line -> Quoted.line(line, RECEIPT_WIDTH))
                .collect(Collectors.joining("\n"));
    }
}
