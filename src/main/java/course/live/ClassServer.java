package course.live;

import course.script.Complaint;
import course.script.Course;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The class server: the pages of the course, and an hour that all of them follow. */
final class ClassServer implements AutoCloseable {
    /** Where {@code course submit --to} brings what students made. */
    static final String HAND_IN = "/hand-in/";

    private static final int BACKLOG = 512;
    private static final int MOST_FOLLOWERS = 2000;
    private static final int TICK_MILLIS = 40;
    private static final int LONGEST_NAME = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpServer> servers = new ArrayList<>();
    private final String token = random();
    final Channel channel = new Channel(random().substring(0, 12), MOST_FOLLOWERS);
    private final Transcript transcript = new Transcript();
    private final Polls polls = new Polls(channel, transcript);
    private final Stage stage;
    private final Pages pages;
    private final Journal journal;
    private final Addresses addresses;
    private final Lecturer lecturer;
    private final Guard guard;
    private final Optional<Inbox> inbox;

    private ClassServer(Settings settings, Course course, Pages pages, Journal journal) {
        this.pages = pages;
        this.journal = journal;
        this.stage = new Stage(course, channel, transcript);
        bind(settings);
        addresses = Addresses.of(settings.host(), port());
        inbox = settings.collect().map(folder -> inbox(folder, course));
        lecturer = new Lecturer(token, addresses, pages, channel, polls, stage, transcript, inbox);
        guard = new Guard(addresses, journal);
        pages.put("live/address.svg", Picture.of(addresses.followers()));
        mount("/", guard.around(this::answer));
        inbox.ifPresent(i -> mount(HAND_IN, i));
    }

    static ClassServer open(Settings settings, Course course, Pages pages, Journal journal) {
        ClassServer server = new ClassServer(settings, course, pages, journal);
        server.servers.forEach(HttpServer::start);
        server.threads.submit(server::tick);
        return server;
    }

    private Inbox inbox(Path folder, Course course) {
        return new Inbox(
                folder,
                course.exercises(),
                arrival -> transcript.note(
                        "handed in: %s of %s".formatted(arrival.exercise(), arrival.student())),
                journal::says);
    }

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The lecturer comes by the loopback, whatever the class comes by. */
    private void bind(Settings settings) {
        InetAddress host = settings.host();
        boolean alone = host.isLoopbackAddress() || host.isAnyLocalAddress();
        servers.add(bind(alone ? host : InetAddress.getLoopbackAddress(), settings.port()));
        if (!alone) servers.add(bind(host, port()));
    }

    private static HttpServer bind(InetAddress host, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (IOException e) {
            throw Complaint.machine("cannot listen at %s port %d: %s; --port N takes another"
                    .formatted(host.getHostAddress(), port, e.getMessage()));
        }
    }

    /** Gives all that begins with this path to a handler; the guard stands before it, too. */
    void mount(String path, HttpHandler handler) {
        for (HttpServer server : servers) {
            server.setExecutor(threads);
            HttpContext context = server.createContext(path, handler);
            context.getFilters().add(guard);
        }
    }

    private int port() {
        return servers.getFirst().getAddress().getPort();
    }

    Addresses addresses() {
        return addresses;
    }

    String token() {
        return token;
    }

    private void answer(HttpExchange x) throws IOException, Refusal {
        String path = x.getRequestURI().getPath().substring(1);
        if (!path.startsWith("live/") || pages.has(path)) {
            only(x, "GET", "HEAD");
            pages.answer(x, path);
            return;
        }
        switch (path) {
            case "live/events" -> events(x);
            case "live/answer" -> vote(x);
            default -> {
                if (!lecturer.answers(path.substring("live/".length()), x)) {
                    throw new Refusal(404, "there is no such page");
                }
            }
        }
    }

    static void only(HttpExchange x, String... methods) throws Refusal {
        if (List.of(methods).contains(x.getRequestMethod())) return;
        x.getResponseHeaders().set("Allow", String.join(", ", methods));
        throw new Refusal(405, "that is not done here");
    }

    static void done(HttpExchange x) throws IOException {
        x.sendResponseHeaders(204, -1);
        x.close();
    }

    private void events(HttpExchange x) throws IOException, Refusal {
        only(x, "GET");
        Form form = Form.asked(x);
        String reader = form.text("reader", LONGEST_NAME);
        String page = form.optional("page", 300);
        if (channel.full()) throw new Refusal(503, "the room is full");
        String last =
                Optional.ofNullable(x.getRequestHeaders().getFirst("Last-Event-ID"))
                        .orElse(form.optional("last", LONGEST_NAME));
        x.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        x.sendResponseHeaders(200, 0);
        try {
            String hello = Json.object("revision", pages.revision(page));
            channel.serve(x.getResponseBody(), reader, last, hello);
        } catch (IOException gone) {
            // pages come and go
        } finally {
            x.close();
        }
    }

    private void vote(HttpExchange x) throws IOException, Refusal {
        only(x, "POST");
        Form form = Form.posted(x);
        String reader = form.text("reader", LONGEST_NAME);
        if (!channel.hears(reader)) throw new Refusal(403, "no page of that name follows");
        polls.answer(reader, form.number("poll", Integer.MAX_VALUE), form.number("choice", 99));
        done(x);
    }

    /** A file was saved: its page is printed anew, and those who have it open see that. */
    void saved(Path file) {
        long start = System.nanoTime();
        stage.forget();
        try {
            List<String> paths = pages.reprint(file, problem -> journal.says(problem.toString()));
            if (paths.isEmpty()) return;
            channel.add(Channel.Topic.MOMENT, "pages", Json.object("pages", paths));
            journal.says("%s printed anew in %d ms".formatted(
                    paths.size() == 1 ? paths.getFirst() : paths.size() + " pages",
                    (System.nanoTime() - start) / 1_000_000));
        } catch (Complaint complaint) {
            journal.says(complaint.getMessage());
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                polls.tick();
                stage.tick();
                channel.tick(System.nanoTime());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stage.close();
        channel.close();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
        inbox.ifPresent(Inbox::close);
    }
}
