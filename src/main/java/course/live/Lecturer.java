package course.live;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only the one with the token may ask for: where we are, what is asked, what is run. */
final class Lecturer {
    private static final int MOST_CHOICES = 8;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CHOICE = 80;
    private static final int MOST_STEPS = 10_000;

    private final String token;
    private final Addresses addresses;
    private final Pages pages;
    private final Channel channel;
    private final Polls polls;
    private final Stage stage;
    private final Transcript transcript;
    private final Optional<Inbox> inbox;

    Lecturer(String token, Addresses addresses, Pages pages, Channel channel, Polls polls,
            Stage stage, Transcript transcript, Optional<Inbox> inbox) {
        this.token = token;
        this.addresses = addresses;
        this.pages = pages;
        this.channel = channel;
        this.polls = polls;
        this.stage = stage;
        this.transcript = transcript;
        this.inbox = inbox;
    }

    /** Answers what is the lecturer's; false if nothing of that name is. */
    boolean answers(String path, HttpExchange x) throws IOException, Refusal {
        boolean post = List.of("step", "ask", "close", "clear", "run", "stop").contains(path);
        if (!post && !List.of("desk", "transcript").contains(path)) return false;
        ClassServer.only(x, post ? "POST" : "GET");
        authorize(x);
        switch (path) {
            case "step" -> step(Form.posted(x));
            case "ask" -> ask(Form.posted(x));
            case "close" -> polls.close();
            case "clear" -> clear(Form.posted(x));
            case "run" -> run(x);
            case "stop" -> stage.stop();
            case "desk" -> desk(x);
            default -> Pages.answer(x, "text/plain", transcript.text());
        }
        if (post) ClassServer.done(x);
        return true;
    }

    private void authorize(HttpExchange x) throws Refusal {
        String given =
                Optional.ofNullable(x.getRequestHeaders().getFirst("X-Presenter")).orElse("");
        boolean right =
                MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
        if (!right) throw new Refusal(403, given.isEmpty() ? "there is no token" : "wrong token");
    }

    private void step(Form form) throws Refusal {
        String page = page(form);
        String title = form.text("title", LONGEST_TITLE);
        String json =
                Json.object(
                        "page", page,
                        "key", form.text("key", LONGEST_KEY),
                        "title", title,
                        "n", form.number("n", MOST_STEPS),
                        "of", form.number("of", MOST_STEPS));
        // both under one lock: the transcript has the order that everybody saw
        synchronized (this) {
            channel.say(Channel.Topic.STEP, "step", json);
            transcript.note(page.replaceFirst("/index\\.html$", "") + ": " + title);
        }
    }

    private String page(Form form) throws Refusal {
        String page = form.text("page", LONGEST_KEY);
        if (!pages.has(page)) throw new Refusal(404, "there is no such page");
        return page;
    }

    private void ask(Form form) throws Refusal {
        List<String> choices =
                Arrays.stream(form.text("choices", MOST_CHOICES * LONGEST_CHOICE).split(","))
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .toList();
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            throw new Refusal(400, "a question has 2 to " + MOST_CHOICES + " choices");
        }
        if (choices.stream().anyMatch(c -> c.length() > LONGEST_CHOICE)) {
            throw new Refusal(400, "a choice is too long");
        }
        polls.ask(form.text("question", LONGEST_TITLE), choices);
    }

    private void clear(Form form) throws Refusal {
        switch (form.text("what", LONGEST_CHOICE)) {
            case "poll" -> polls.clear();
            case "run" -> stage.clear();
            default -> throw new Refusal(400, "what is to be cleared: poll or run");
        }
    }

    /** A program is started by who sits at this machine, and by nobody else. */
    private void run(HttpExchange x) throws IOException, Refusal {
        if (!here(x)) throw new Refusal(403, "programs are run from this machine only");
        Form form = Form.posted(x);
        stage.run(
                form.text("pair", LONGEST_CHOICE),
                form.text("server", LONGEST_CHOICE),
                form.text("client", LONGEST_CHOICE));
    }

    private static boolean here(HttpExchange x) {
        return x.getRemoteAddress().getAddress().isLoopbackAddress();
    }

    private void desk(HttpExchange x) throws IOException, Refusal {
        Form form = Form.asked(x);
        String page = page(form);
        String[] parts = page.split("/");
        String lecture = page.startsWith("lectures/") && parts.length == 3 ? parts[1] : "";
        Pages.answer(
                x,
                "application/json",
                Json.object(
                        "followers", channel.pages(),
                        "address", addresses.followers(),
                        "open", addresses.told(),
                        "asides", pages.asides(page),
                        "runs", here(x),
                        "pairs", lecture.isEmpty() ? List.of() : stage.pairs(lecture),
                        "collects", inbox.isPresent(),
                        "arrivals", arrivals()));
    }

    private List<Map<String, String>> arrivals() {
        return inbox.map(Inbox::arrivals).orElse(List.of()).stream()
                .map(a -> Map.of(
                        "student", a.student(),
                        "exercise", a.exercise(),
                        "open", a.open(),
                        "at", a.at().toString()))
                .toList();
    }
}
