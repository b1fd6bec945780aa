package course.cli;

import course.bench.Json;
import course.bench.Ladder;
import course.bench.Plan;
import course.bench.Results;
import course.bench.Rung;
import course.bench.Written;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Lecture;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

@Command(
        name = "ladder",
        description = {
            "Measures every server of the ladder and its twins in one run.",
            "",
            "How many connections a second, how many round trips with so many connections open,"
                    + " how much memory for each of them. It takes minutes, and tells most while"
                    + " nothing else runs on the machine."
        })
final class LadderCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,5000",
            description = "How many are open at a time (default: ${DEFAULT-VALUE}).")
    List<Integer> connections;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How long each number is measured in each round (default: 1).")
    double seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of how many rounds the medians are taken (default: 3).")
    int rounds;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Only these: selector, selector-server or selector_server.c.")
    List<String> only = List.of();

    @Option(names = "--json", description = "Prints every round of every number as JSON.")
    boolean json;

    @Option(
            names = "--write",
            description = "Writes table and plots into the lecture instead of printing them.")
    boolean write;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        if (seconds <= 0 || seconds > 60) throw Complaint.usage("--seconds: more than 0, up to 60");
        if (rounds < 1 || rounds > 100) throw Complaint.usage("--rounds: from 1 to 100");
        if (connections.stream().anyMatch(n -> n < 1 || n > 50_000)) {
            throw Complaint.usage("--connections: each from 1 to 50000");
        }
        if (write && !only.isEmpty()) {
            throw Complaint.usage("--write: the lecture wants all of them, not --only some");
        }
        Course course = Main.course();
        Lecture lecture = Rung.lecture(course);
        Duration time = Duration.ofMillis(Math.max(1, Math.round(1000 * seconds)));
        Plan plan = new Plan(connections, time, rounds, WARM_UP);
        Consumer<String> progress = progress();
        Results results = new Ladder(
                new Workshop(course.state().resolve("built")), plan, progress)
                .measure(chosen(Rung.of(lecture)));
        progress.accept("");
        PrintWriter out = spec.commandLine().getOut();
        if (write) Written.into(lecture, results).forEach(f -> out.println(Course.shown(f)));
        else out.print(json ? Json.of(results) + "\n" : results.text());
        out.flush();
        return 0;
    }

    private List<Rung> chosen(List<Rung> all) {
        for (String word : only) {
            if (all.stream().noneMatch(r -> r.isCalled(word))) {
                throw Complaint.usage("--only: no rung is called " + word
                        + Nearest.question(word, all.stream().map(Rung::name).toList()));
            }
        }
        return all.stream().filter(r -> only.isEmpty() || only.stream().anyMatch(r::isCalled))
                .toList();
    }

    /** One line that is written over and over; nobody reads it where there is no terminal. */
    private Consumer<String> progress() {
        if (!Screen.of(spec).terminal()) return what -> {};
        PrintWriter err = spec.commandLine().getErr();
        return what -> {
            err.print("\r\u001b[K" + what);
            err.flush();
        };
    }
}
