package course.live;

import course.run.Pair;
import course.run.Scratch;
import course.run.Started.Line;
import course.run.Started.Stream;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Language;
import course.script.Program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where a server and its client are played, here and now, with everybody looking on. */
final class Stage implements AutoCloseable {
    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 400;

    private final Course course;
    private final Workshop workshop;
    private final Channel channel;
    private final Transcript transcript;
    private final Map<String, List<Map<String, Object>>> pairs = new ConcurrentHashMap<>();
    private final List<List<String>> unsaid = new ArrayList<>();
    private Optional<Pair> playing = Optional.empty();
    private boolean busy;
    private int number;
    private int lines;

    Stage(Course course, Channel channel, Transcript transcript) {
        this.course = course;
        this.workshop = new Workshop(course.state().resolve("built"));
        this.channel = channel;
        this.transcript = transcript;
    }

    /** The pairs of a lecture, and the languages of each. */
    List<Map<String, Object>> pairs(String lecture) {
        return pairs.computeIfAbsent(lecture, this::found);
    }

    private List<Map<String, Object>> found(String lecture) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        Map<String, Boolean> names = new LinkedHashMap<>();
        course.lecture(lecture).stream()
                .flatMap(l -> l.programs().stream())
                .filter(p -> p.name().endsWith("-server"))
                .forEach(p -> names.put(p.name().replaceFirst("-server$", ""), true));
        for (String name : names.keySet()) {
            List<String> servers = languages(name + "-server");
            List<String> clients = languages(name + "-client");
            if (clients.isEmpty()) continue;
            pairs.add(Map.of("name", name, "servers", servers, "clients", clients));
        }
        return pairs;
    }

    private List<String> languages(String program) {
        return course.programs(program).keySet().stream()
                .sorted()
                .map(Language::option)
                .toList();
    }

    /** A program may have come or gone. */
    void forget() {
        pairs.clear();
    }

    /** Starts a pair; its end is told as its lines are. */
    void run(String name, String serverIn, String clientIn) throws Refusal {
        Program server = program(name + "-server", serverIn);
        Program client = program(name + "-client", clientIn);
        synchronized (this) {
            if (busy) throw new Refusal(409, "something runs already");
            busy = true;
            number++;
            lines = 0;
            unsaid.clear();
            channel.say(
                    Channel.Topic.RUN,
                    "run",
                    Json.object(
                            "run", number,
                            "server", server.file().getFileName().toString(),
                            "client", client.file().getFileName().toString()));
        }
        transcript.note("ran " + server.file().getFileName() + " and "
                + client.file().getFileName());
        Thread.ofVirtual().start(() -> play(server, client));
    }

    private Program program(String name, String language) throws Refusal {
        return course.programs(name).entrySet().stream()
                .filter(e -> e.getKey().option().equals(language))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "there is no such program here"));
    }

    private void play(Program server, Program client) {
        String how = "it could not be run";
        try (Scratch scratch = Scratch.named("course-class-");
                Pair pair = new Pair(workshop, server, client)) {
            synchronized (this) {
                playing = Optional.of(pair);
            }
            how = pair.play(0, scratch.folder(), lines("server"), lines("client")).toString();
        } catch (Complaint complaint) {
            how = complaint.getMessage();
        } finally {
            ended(how);
        }
    }

    private synchronized void ended(String how) {
        tick();
        channel.add(Channel.Topic.RUN, "ended", Json.object("run", number, "how", how));
        transcript.note("  " + how);
        playing = Optional.empty();
        busy = false;
    }

    private Consumer<Line> lines(String who) {
        return line -> heard(who, line);
    }

    private synchronized void heard(String who, Line line) {
        if (++lines > MOST_LINES) return;
        String text = lines == MOST_LINES ? "… more than is shown here" : line.text();
        if (text.length() > LONGEST_LINE) text = text.substring(0, LONGEST_LINE) + "…";
        unsaid.add(List.of(who, line.stream() == Stream.ERR ? "err" : "out", text));
        transcript.note("  " + who + ": " + text);
    }

    /** Says what was printed since the last time: at once for the eye, in one for the network. */
    synchronized void tick() {
        if (unsaid.isEmpty()) return;
        String json = Json.object("run", number, "lines", List.copyOf(unsaid));
        unsaid.clear();
        channel.add(Channel.Topic.RUN, "lines", json);
    }

    /** Ends what runs. */
    synchronized void stop() throws Refusal {
        if (playing.isEmpty()) throw new Refusal(409, "nothing runs");
        playing.get().close();
    }

    /** Takes the terminals off the pages. */
    synchronized void clear() throws Refusal {
        if (busy) throw new Refusal(409, "it still runs");
        channel.say(Channel.Topic.RUN, "run", "{}");
    }

    @Override
    public synchronized void close() {
        playing.ifPresent(Pair::close);
    }
}
