package course.live;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer. The server's stream knows no deadline, so the body is read by a
 * thread of its own, which is interrupted if need be; that closes the connection.
 */
final class Call implements AutoCloseable {
    /** For so long is read for nothing, so that a client which still sends sees its answer. */
    private static final Duration LINGERS = Duration.ofSeconds(2);

    private final HttpExchange exchange;
    private FutureTask<Void> reading;
    private Thread reader;

    /** Takes the next bytes of a body. */
    interface Sink {
        void takes(byte[] bytes, int length) throws IOException;
    }

    /** The client is gone, or gone wrong: it is nobody's fault here. */
    static final class BrokenOff extends IOException {
        BrokenOff(IOException why) {
            super(why.getMessage(), why);
        }
    }

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** @return whether the body ended within that time */
    boolean read(Duration patience, Sink sink) throws IOException {
        InputStream body = exchange.getRequestBody();
        reading = new FutureTask<>(() -> {
            byte[] some = new byte[16 << 10];
            for (int n; (n = next(body, some)) >= 0; ) sink.takes(some, n);
            return null;
        });
        reader = Thread.ofVirtual().start(reading);
        try {
            reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server ends");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) throw why;
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int next(InputStream body, byte[] some) throws BrokenOff {
        try {
            return body.read(some);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    /** @param text for a person; a HEAD goes without, and is over with it */
    void answer(int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (exchange.getRequestMethod().equals("HEAD")) {
                // the stream would wait for a body, should there be one, and without a deadline
                ends();
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    /** The same, and from where the upload is to go on. */
    void answer(int status, String text, int offset) throws IOException {
        exchange.getResponseHeaders().set("Upload-Offset", String.valueOf(offset));
        answer(status, text);
    }

    @Override
    public void close() {
        ends();
        exchange.close();
    }

    private void ends() {
        boolean unread = reading == null
                ? hasBody() : reading.state() == Future.State.FAILED;
        if (unread) {
            try {
                read(LINGERS, (bytes, length) -> {});
            } catch (IOException gone) {
                // nobody is waiting for more
            }
        }
        if (reader != null && !reading.isDone()) {
            reader.interrupt();
            joins(reader);
        }
    }

    private boolean hasBody() {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return exchange.getRequestHeaders().containsKey("Transfer-Encoding")
                || length != null && !length.equals("0");
    }

    private static void joins(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
