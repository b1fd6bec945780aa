package course.cli;

import course.check.Examiner;
import course.check.Report;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;
import course.submit.Bundle;
import course.submit.HttpLetterbox;
import course.submit.Identity;
import course.submit.Letterbox;
import course.submit.Manifest.Open;
import course.wire.Patience;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Command(
        name = "submit",
        description = "Checks your programs and packs them into one file to hand in.",
        footer = {
            "",
            "No account and no network: upload the file, mail it, or commit it.",
            "Who hands in is asked once, and kept. To change it, or to hand in",
            "as a team:",
            "  course submit --as ada42,bob7"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:handed in, or ready to be, whatever the marks",
            "1:you said no, or the server did",
            "2:wrong usage",
            "3:the tool's own failure, or the machine's"
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "The exercises, e.g. GreetingServer.")
    List<String> names = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Hands in this .java, .c or .py file instead of the exercise's own.")
    Path file;

    @Option(
            names = "--as",
            paramLabel = "ID[,ID…]",
            description = "From now on, you are this student, or this team.")
    String as;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Hands the file in to the class server, too.")
    String to;

    @Option(names = "--yes", description = "Does not ask.")
    boolean yes;

    @Spec CommandSpec spec;

    private Course course;
    private PrintWriter out;
    private PrintWriter err;

    /** An exercise, the program for it, and what the open check gave. */
    private record Checked(Path source, Bundle.Part part) {}

    @Override
    public Integer call() {
        course = Main.course();
        out = spec.commandLine().getOut();
        err = spec.commandLine().getErr();
        Identity identity = new Identity(course);
        List<Exercise> exercises = exercises();
        Optional<Letterbox> letterbox = Optional.ofNullable(to)
                .map(url -> new HttpLetterbox(url, line -> err.println("course: " + line)));
        if (as != null) {
            out.println("From now on, this is handed in by "
                    + String.join(", ", identity.becomes(as)) + ": "
                    + Course.shown(identity.file()));
            if (exercises.isEmpty()) return 0;
        }
        List<Path> sources = exercises.stream().map(e -> file == null ? e.file() : file).toList();
        for (int i = 0; i < sources.size(); i++) {
            Bundle.Part.of(exercises.get(i), sources.get(i), Optional.empty());
        }
        List<String> students = identity.students();
        if (students.isEmpty()) students = identity.becomes(asked());
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            checked.add(check(exercises.get(i), sources.get(i)));
        }
        List<Bundle.Part> parts = checked.stream().map(Checked::part).toList();
        Bundle bundle = Bundle.of(course, Main.VERSION, Instant.now(), students, parts);
        Path place = place(bundle);
        show(bundle, checked);
        if (!yes && !agreed(place)) return 1;
        byte[] zip = written(bundle, place);
        letterbox.ifPresent(box -> out.println(received(box, zip, place)));
        out.flush();
        return 0;
    }

    private List<Exercise> exercises() {
        List<Exercise> exercises = names.stream()
                .map(name -> Exercises.named(name, course))
                .distinct()
                .toList();
        if (exercises.isEmpty() && as == null) {
            throw Complaint.usage("which exercise? course submit NAME");
        }
        if (file != null && exercises.size() != 1) {
            throw Complaint.usage("--file is for one exercise, not for " + exercises.size());
        }
        return exercises;
    }

    private String asked() {
        Console console = console("who hands this in? course submit --as ID");
        String typed = console.readLine("Your student id (a team: with commas between them): ");
        if (typed == null) throw Complaint.usage("no student id, nothing is handed in");
        return typed;
    }

    private static Console console(String otherwise) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Complaint.usage("nobody here to ask: " + otherwise);
        }
        return console;
    }

    private boolean agreed(Path place) {
        Console console = console("course submit " + String.join(" ", names) + " --yes");
        return Skeleton.agreed(console.readLine("Write %s? [y/N] ", Course.shown(place)));
    }

    /** That it cannot be checked here does not keep anybody from handing in. */
    private Checked check(Exercise exercise, Path source) {
        Bundle.Part before = Bundle.Part.of(exercise, source, Optional.empty());
        Optional<Open> open = Optional.empty();
        long seed = Examiner.anySeed();
        try (Progress _ = Progress.after(SILENCE, "checking " + exercise.name(), err)) {
            Examiner examiner =
                    new Examiner(new Workshop(course.state().resolve("built")), Patience.USUAL);
            Report report = examiner.examine(exercise, source, seed);
            if (exercise.isAtHome(source)) {
                Main.standings(course, spec.commandLine()).mark(exercise, report);
            }
            open = Optional.of(new Open(report.score(), report.max(), seed));
        } catch (Complaint c) {
            err.println("course: " + exercise.name() + " could not be checked: "
                    + c.getMessage().lines().findFirst().orElse(""));
        }
        Bundle.Part part = Bundle.Part.of(exercise, source, open);
        if (!Arrays.equals(part.program(), before.program())) {
            throw Complaint.fallsShort(
                    Course.shown(source) + " was saved while it was checked: once more, please");
        }
        return new Checked(source, part);
    }

    private void show(Bundle bundle, List<Checked> checked) {
        out.println("Handed in by " + String.join(", ", bundle.manifest().students()) + ":");
        List<Path> sources = checked.stream().map(c -> c.source().toAbsolutePath()).toList();
        for (Checked c : checked) {
            String marks = c.part().open()
                    .map(o -> o.score() + " of " + o.max() + " points").orElse("not checked");
            boolean skeleton = new Skeleton(course, c.part().exercise()).untouched();
            boolean own = c.source().toAbsolutePath().equals(
                    c.part().exercise().file().toAbsolutePath());
            out.printf("  %s  %s  %d bytes  %s%s%n", c.part().exercise().name(),
                    Course.shown(c.source()), c.part().program().length, marks,
                    skeleton && own ? "  (still the skeleton)" : "");
        }
        out.println("Not in it: the briefs and the checks"
                + checked.stream()
                        .map(c -> c.part().exercise().folder())
                        .distinct()
                        .flatMap(folder -> leftOut(folder, sources))
                        .map(f -> ", " + Course.shown(f))
                        .collect(Collectors.joining()));
        out.flush();
    }

    /** What the student may have written beside it: all that has not come with the course. */
    private Stream<Path> leftOut(Path folder, List<Path> sources) {
        List<Exercise> here =
                course.exercises().stream().filter(e -> e.folder().equals(folder)).toList();
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(f -> !sources.contains(f.toAbsolutePath()))
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(f -> here.stream().noneMatch(e -> comesWith(e, f)))
                    .sorted()
                    .toList().stream();
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + Course.shown(folder) + ": " + e.getMessage());
        }
    }

    private boolean comesWith(Exercise exercise, Path f) {
        return f.equals(exercise.brief())
                || f.equals(exercise.check())
                || f.equals(exercise.file()) && new Skeleton(course, exercise).untouched();
    }

    /** Told by its name whose it is and what for; the same again takes the same place. */
    private Path place(Bundle bundle) {
        return course.root().resolve("submissions").resolve(bundle.title() + ".zip");
    }

    /** The bundle's bytes; of one that says the same already, that one's. */
    private byte[] written(Bundle bundle, Path place) {
        try {
            Optional<Bundle> before =
                    Bundle.from(place).filter(old -> old.saysTheSameAs(bundle));
            byte[] zip = before.orElse(bundle).zip();
            if (before.isPresent()) {
                out.println("Nothing has changed since " + before.get().manifest().time());
            }
            Files.createDirectories(place.getParent());
            Draft.replace(place, zip);
            out.printf("Ready: %s (%d bytes)%n", Course.shown(place), zip.length);
            out.println("Receipt: " + Bundle.code(zip));
            return zip;
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + Course.shown(place) + ": " + e.getMessage());
        }
    }

    private static String received(Letterbox letterbox, byte[] zip, Path place) {
        try {
            return letterbox.takes(zip);
        } catch (Complaint c) {
            String kept = c.getMessage() + "; it is still here: " + Course.shown(place);
            throw c.status() == 1 ? Complaint.fallsShort(kept) : Complaint.machine(kept);
        }
    }
}
