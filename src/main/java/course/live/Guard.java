package course.live;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stands before every handler: a request must be meant for this server, and not be made by another
 * site's page. What is refused is answered and logged; nothing that comes in ends the server.
 */
final class Guard extends Filter {
    private static final int LONGEST_ADDRESS = 2000;

    private final Addresses addresses;
    private final Journal journal;

    Guard(Addresses addresses, Journal journal) {
        this.addresses = addresses;
        this.journal = journal;
    }

    @Override
    public String description() {
        return "who may ask";
    }

    @Override
    public void doFilter(HttpExchange x, Chain chain) throws IOException {
        x.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        x.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        x.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        x.getResponseHeaders().set("Cache-Control", "no-store");
        guarded(x, asked -> {
            check(asked);
            chain.doFilter(asked);
        });
    }

    /** What answers a request, or refuses it. */
    interface Route {
        void answer(HttpExchange x) throws IOException, Refusal;
    }

    HttpHandler around(Route route) {
        return x -> guarded(x, route);
    }

    private void guarded(HttpExchange x, Route route) throws IOException {
        try {
            route.answer(x);
        } catch (RuntimeException fault) {
            answer(x, new Refusal(500, "this is a fault of the server: " + fault));
        } catch (Refusal refusal) {
            answer(x, refusal);
        }
    }

    private void check(HttpExchange x) throws Refusal {
        Headers headers = x.getRequestHeaders();
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1) throw new Refusal(400, "a request has one Host");
        if (!addresses.knows(hosts.getFirst())) {
            throw new Refusal(421, "this server is not called like that");
        }
        if (x.getRequestURI().toString().length() > LONGEST_ADDRESS) {
            throw new Refusal(414, "the address is too long");
        }
        if (x.getRequestURI().isAbsolute()) throw new Refusal(400, "this is no proxy");
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + hosts.getFirst())) {
            throw new Refusal(403, "another site's page may not ask here");
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean followsLink = "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
                && x.getRequestMethod().equals("GET");
        boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
        if (elsewhere && !followsLink) {
            throw new Refusal(403, "another site's page may not ask here");
        }
    }

    /** One line of text; the connection ends, as nobody knows what else would come on it. */
    private void answer(HttpExchange x, Refusal refusal) throws IOException {
        journal.refused(x, refusal);
        if (x.getResponseCode() != -1) {
            // half an answer is out: the end of the connection has to tell
            x.close();
            return;
        }
        byte[] why = (refusal.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        x.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        x.getResponseHeaders().set("Connection", "close");
        boolean head = x.getRequestMethod().equals("HEAD");
        x.sendResponseHeaders(refusal.status(), head ? -1 : why.length);
        if (!head) x.getResponseBody().write(why);
        // before what is left of the request is looked at: it may never come
        x.getResponseBody().close();
        x.close();
    }
}
