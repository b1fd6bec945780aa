package course.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import course.check.Quoted;
import course.script.Exercise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes what {@code course submit --to} hands in, as {@link course.submit.HttpLetterbox} describes
 * it. Nothing in it is ever given out again: only how much of it is there, to who knows its
 * SHA-256, and so has it.
 */
final class Inbox implements HttpHandler, AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{64}");
    private static final int LINE = 200;

    private final Tray tray;
    private final Limits limits;
    private final Consumer<Arrival> told;
    private final Consumer<String> log;
    private final Semaphore uploads;
    private final Rate addresses = new Rate(System::nanoTime);
    private final Rate bundles = new Rate(System::nanoTime);
    private volatile boolean closed;

    /**
     * Goes on where it was if there are bundles in the folder.
     *
     * @param exercises that can be handed in
     * @param told of each arrival once, before the student has the receipt; must not take long
     * @param log is told in one line of each bundle that was taken or refused
     */
    Inbox(Path folder, List<Exercise> exercises, Consumer<Arrival> told, Consumer<String> log) {
        this(folder, exercises, told, log, Limits.USUAL);
    }

    Inbox(Path folder, List<Exercise> exercises, Consumer<Arrival> told, Consumer<String> log,
            Limits limits) {
        this.tray = new Tray(folder, exercises, limits, log);
        this.limits = limits;
        this.told = told;
        this.log = log;
        this.uploads = new Semaphore(limits.uploads(), true);
    }

    /**
     * One for each student and exercise, in this order: the latest by the student's clock, as an
     * intake chooses.
     */
    List<Arrival> arrivals() {
        BinaryOperator<Arrival> latest = BinaryOperator.maxBy(
                Comparator.comparing(Arrival::made).thenComparing(Arrival::at));
        return tray.kept().stream()
                .flatMap(k -> k.arrivals().stream())
                .collect(Collectors.toMap(a -> a.student() + " " + a.exercise(), a -> a, latest))
                .values().stream()
                .sorted(Comparator.comparing(Arrival::student).thenComparing(Arrival::exercise))
                .toList();
    }

    @Override
    public void handle(HttpExchange exchange) {
        String from = exchange.getRemoteAddress().getAddress().getHostAddress();
        try (Call call = new Call(exchange)) {
            try {
                serve(call, exchange, from);
            } catch (Declined no) {
                log.accept("refused from %s: %d, %s".formatted(
                        from, no.status(), Quoted.line(no.getMessage(), LINE)));
                call.answer(no.status(), no.getMessage() + "\n");
            } catch (Call.BrokenOff gone) {
                throw gone;
            } catch (IOException | RuntimeException e) {
                log.accept("failed for %s: %s".formatted(from, Quoted.line(e.toString(), LINE)));
                call.answer(500, "the class server has failed, and says why in its terminal\n");
            }
        } catch (IOException gone) {
            log.accept("broke off from %s: %s".formatted(
                    from, Quoted.line(String.valueOf(gone.getMessage()), LINE)));
        }
    }

    private void serve(Call call, HttpExchange exchange, String from)
            throws IOException, Declined {
        if (closed) throw new Declined(503, "nothing is collected any more");
        int here = addresses.count(from);
        if (here > limits.perAddress()) {
            // a neighbour's flood is not this client's fault: 503 lets it try again, 429 would not
            exchange.getResponseHeaders().set("Retry-After", "20");
            String reason = "too many requests from " + from + ", try again in a minute";
            if (here == limits.perAddress() + 1) throw new Declined(503, reason);
            call.answer(503, reason + "\n");
            return;
        }
        String method = exchange.getRequestMethod();
        Headers headers = exchange.getRequestHeaders();
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean direct = site == null || site.equals("none");
        if (headers.containsKey("Origin") || !direct) {
            throw new Declined(403, "no web page hands in");
        }
        if (!method.equals("HEAD") && !method.equals("PUT")) {
            exchange.getResponseHeaders().set("Allow", "HEAD, PUT");
            throw new Declined(405, "nothing to see here: course submit NAME --to this address");
        }
        String sha256 = place(exchange);
        if (bundles.count(sha256) > limits.perBundle()) {
            exchange.getResponseHeaders().set("Retry-After", "60");
            throw new Declined(429, "this bundle comes too often, try again in a minute");
        }
        if (method.equals("HEAD")) ask(call, sha256);
        else put(call, headers, sha256, from);
    }

    private static String place(HttpExchange exchange) throws Declined {
        String prefix = exchange.getHttpContext().getPath();
        String path = exchange.getRequestURI().getRawPath();
        boolean plain = exchange.getRequestURI().getRawQuery() == null;
        if (plain && path.startsWith(prefix)) {
            Matcher m = PLACE.matcher(path.substring(prefix.length()));
            if (m.matches()) return m.group();
        }
        throw new Declined(404, "no place for a bundle: " + Quoted.line(path, LINE));
    }

    private void ask(Call call, String sha256) throws IOException {
        int offset = tray.kept(sha256).map(Kept::bytes).orElseGet(() -> tray.size(sha256));
        if (offset == 0) call.answer(404, "");
        else call.answer(200, "", offset);
    }

    private void put(Call call, Headers headers, String sha256, String from)
            throws IOException, Declined {
        String type = String.valueOf(headers.getFirst("Content-Type"));
        if (!type.equals("application/zip")) throw new Declined(415, "no application/zip");
        Span span = Span.of(headers, limits.bundle());
        Optional<Kept> before = tray.kept(sha256);
        if (before.isPresent()) {
            call.answer(200, before.get().receipt(), before.get().bytes());
            return;
        }
        if (!queued()) throw new Declined(503, "too many uploads at a time");
        try {
            take(call, span, sha256, from);
        } finally {
            uploads.release();
        }
    }

    private boolean queued() {
        try {
            return uploads.tryAcquire(limits.queue().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void take(Call call, Span span, String sha256, String from)
            throws IOException, Declined {
        int there = tray.size(sha256);
        if (span.from() > there) {
            call.answer(409, "not from there\n", there);
            return;
        }
        if (span.length() == 0 && there < span.total()) {
            call.answer(202, "go on\n", there);
            return;
        }
        Partial partial = tray.partial(sha256, span.total());
        boolean ended = span.length() == 0 || bring(call, span, partial);
        int now = partial.size();
        if (!ended && now == there) throw new Declined(408, "too slow: nothing came");
        if (now < span.total() && !partial.isOver()) {
            call.answer(202, "go on\n", now);
            return;
        }
        boolean allAtOnce = there == 0 && span.length() == span.total();
        keep(call, partial, sha256, from, allAtOnce);
    }

    private boolean bring(Call call, Span span, Partial partial) throws IOException {
        int[] at = {span.from()};
        return call.read(limits.patience(), (bytes, length) -> {
            partial.add(at[0], bytes, length);
            at[0] += length;
        });
    }

    private void keep(Call call, Partial partial, String sha256, String from, boolean allAtOnce)
            throws IOException, Declined {
        Tray.Outcome outcome = tray.keep(sha256, partial);
        Optional<Kept> kept = tray.kept(sha256);
        if (outcome == Tray.Outcome.SPOILT && allAtOnce) {
            throw new Declined(422, "the bundle is not the one of this SHA-256");
        }
        if (kept.isEmpty()) {
            call.answer(409, "some of it was damaged: from the beginning, please\n", 0);
            return;
        }
        if (outcome == Tray.Outcome.KEPT) {
            log.accept(kept.get().line() + " from " + from);
            kept.get().arrivals().forEach(told);
        }
        call.answer(outcome == Tray.Outcome.KEPT ? 201 : 200, kept.get().receipt(),
                kept.get().bytes());
    }

    /** Nothing more is taken; another inbox may take the folder over. */
    @Override
    public void close() {
        closed = true;
        tray.close();
    }
}
