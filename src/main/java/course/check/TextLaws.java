package course.check;

import com.sun.source.util.JavacTask;
import course.check.Report.Result;
import course.script.Complaint;
import course.script.Exercise;
import course.script.Language;
import course.script.Section;
import course.script.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The laws of one exercise that are proved by reading, which takes no time. */
final class TextLaws {
    private static final int MEASURE = 72;
    private static final int HINTS = 3;
    private static final int FEWEST_ATTEMPTS = 4;

    private final Exercise exercise;
    private final Sheet sheet;
    private final Set<String> lectures;
    private final Attempt.All attempts;
    private final Optional<Section> brief;

    /** @param lectures that are written or planned */
    TextLaws(Exercise exercise, Sheet sheet, Set<String> lectures) {
        this.exercise = exercise;
        this.sheet = sheet;
        this.lectures = lectures;
        this.attempts = Attempt.at(exercise);
        this.brief = Files.exists(exercise.brief())
                ? Section.of(exercise.brief(), exercise.name())
                : Optional.empty();
    }

    List<Law> all() {
        return List.of(
                law("its lecture is written or planned", exercise.check(), this::lecture),
                law("it has a brief", exercise.brief(), this::briefed),
                law("the brief prints the skeleton", exercise.brief(), this::printed),
                law("the skeleton marks the hole", exercise.file(), this::hole),
                law("the skeleton compiles without a warning", exercise.file(), this::compiles),
                law("three hints", exercise.brief(), this::hints),
                law("the check compiles", exercise.check(), this::check),
                law("each test says what it is about", exercise.check(), this::tests),
                law("the brief counts the points", exercise.brief(), this::points),
                law("scripts within " + MEASURE + " columns", exercise.file(), this::measure),
                law("the solution has its name", exercise.solution(), this::solution),
                law("each attempt says what it is worth", exercise.solution(), this::headers),
                law("at least four attempts", exercise.solution(), this::enough),
                law("each test is failed by an attempt", exercise.check(), this::failed),
                law("each mistake is explained by a lecture", exercise.check(), this::mistakes),
                law("the marked script is what the headers say", exercise.solution(),
                        this::markedScript));
    }

    /** What cannot even be read breaks the law, too. */
    private Law law(String name, Path file, Supplier<List<Breach>> breaches) {
        return new Law(exercise.name(), name, () -> {
            try {
                return breaches.get();
            } catch (Complaint c) {
                return List.of(Breach.at(file, 1, c.getMessage().lines().findFirst().orElse("")));
            }
        });
    }

    private List<Breach> lecture() {
        return lectures.contains(exercise.lecture()) ? List.of() : List.of(Breach.at(
                exercise.brief(), 1, "there is no lecture " + exercise.lecture()));
    }

    private List<Breach> briefed() {
        if (brief.isPresent()) return List.of();
        return List.of(Breach.at(exercise.brief(), 1,
                "has no section \"== " + exercise.name() + "\""));
    }

    private List<Breach> printed() {
        if (brief.isEmpty()) return List.of();
        String listing = "[source,java,skeleton=" + exercise.name() + ".java]";
        if (!brief.get().lines().contains(listing)) {
            return List.of(Breach.at(exercise.brief(), brief.get().from(),
                    "its section has no listing " + listing));
        }
        List<String> file = Source.of(exercise.file()).lines();
        List<String> told = exercise.skeleton();
        int at = 0;
        while (at < file.size() && at < told.size() && file.get(at).equals(told.get(at))) at++;
        if (at == file.size() && at == told.size()) return List.of();
        String said = at < told.size() ? "\"" + told.get(at) + "\"" : "nothing more";
        return List.of(Breach.at(exercise.file(), at + 1, "the brief prints " + said + " here"));
    }

    private List<Breach> hole() {
        boolean marked = Source.of(exercise.file()).lines().stream()
                .anyMatch(l -> l.contains("// TODO "));
        return marked ? List.of() : List.of(Breach.at(exercise.file(), 1,
                "no \"// TODO \" marks the hole"));
    }

    private List<Breach> compiles() {
        var said = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(said, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjects(exercise.file());
            List<String> options = List.of("--release", "25", "-Xlint:all", "-proc:none");
            // to look at it is enough: no class is written
            ((JavacTask) compiler.getTask(null, files, said, options, null, units)).analyze();
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + exercise.file() + ": " + e.getMessage());
        }
        return said.getDiagnostics().stream()
                .map(d -> Breach.at(exercise.file(), (int) Math.max(1, d.getLineNumber()),
                        d.getMessage(Locale.ENGLISH).lines().findFirst().orElse("")))
                .toList();
    }

    private List<Breach> hints() {
        if (brief.isEmpty()) return List.of();
        int hints = exercise.hints().size();
        return hints == HINTS ? List.of() : List.of(Breach.at(exercise.brief(),
                brief.get().line(l -> l.startsWith(".Hint ")),
                hints + " hints (\".Hint 1: …\"), not " + HINTS));
    }

    private List<Breach> check() {
        return sheet.trouble().stream()
                .map(t -> Breach.at(exercise.check(), 1, t.lines().findFirst().orElse("")))
                .toList();
    }

    private List<Breach> tests() {
        List<Breach> breaches = new ArrayList<>();
        for (Result test : sheet.tests()) {
            if (test.title().isBlank()) breaches.add(inCheck(test, "has no title"));
            if (test.hint().isBlank()) breaches.add(inCheck(test, "has no hint"));
            if (test.max() < 1) breaches.add(inCheck(test, "is worth " + test.max() + " points"));
            if (!lectures.contains(test.lecture())) {
                breaches.add(inCheck(test, "sends to a lecture that there is not: "
                        + test.lecture()));
            }
        }
        return breaches;
    }

    private Breach inCheck(Result test, String message) {
        List<String> lines = Source.of(exercise.check()).lines();
        int at = 0;
        while (at < lines.size() && !lines.get(at).matches(".*\\bvoid " + test.name() + "\\(.*")) {
            at++;
        }
        return Breach.at(exercise.check(), at % lines.size() + 1, test.name() + " " + message);
    }

    private List<Breach> points() {
        if (brief.isEmpty() || sheet.tests().isEmpty()) return List.of();
        Optional<Promise> promise = Promise.of(brief.get());
        if (promise.isEmpty()) {
            return List.of(Breach.at(exercise.brief(), brief.get().from(),
                    "does not count the points, e.g. " + Promise.FORM));
        }
        if (exercise.points() != sheet.points()) {
            return List.of(Breach.at(exercise.check(), 1, "its source seems to give "
                    + exercise.points() + " points, its tests give " + sheet.points()
                    + ": write \"points = N\" in each"));
        }
        if (promise.get().points() == sheet.points()) return List.of();
        return List.of(Breach.at(exercise.brief(), promise.get().line(), promise.get().points()
                + " points are promised, the tests give " + sheet.points()));
    }

    private List<Breach> measure() {
        List<Breach> breaches = new ArrayList<>();
        for (Path file : programs()) {
            List<String> lines = Source.of(file).lines();
            for (int i = 0; i < lines.size(); i++) {
                int width = lines.get(i).codePointCount(0, lines.get(i).length());
                if (width <= MEASURE) continue;
                breaches.add(Breach.at(file, i + 1, width + " columns, not " + MEASURE));
            }
        }
        return breaches;
    }

    private List<Path> programs() {
        return Stream.of(exercise.folder(), exercise.solutions(),
                        exercise.solutions().resolve("attempts"))
                .flatMap(TextLaws::list)
                .filter(f -> Language.of(f).isPresent() && exercise.owns(f))
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw Complaint.machine("cannot list " + folder + ": " + e.getMessage());
        }
    }

    private List<Breach> solution() {
        List<Breach> breaches = new ArrayList<>();
        if (!Files.exists(exercise.solution())) {
            breaches.add(Breach.at(exercise.solution(), 1, "is not there"));
        }
        String letters = exercise.name().toLowerCase(Locale.ROOT);
        for (Path file : list(exercise.solutions()).toList()) {
            String name = file.getFileName().toString();
            String plain = name.replaceFirst("\\.\\w+$", "").replaceAll("[_-]", "");
            if (!plain.equalsIgnoreCase(letters)) continue;
            Language.of(file).map(exercise::solution)
                    .filter(right -> !right.equals(file))
                    .ifPresent(right -> breaches.add(Breach.at(file, 1,
                            "should be called " + right.getFileName())));
        }
        return breaches;
    }

    private List<Breach> headers() {
        List<Breach> breaches = new ArrayList<>(attempts.unreadable());
        if (sheet.tests().isEmpty()) return breaches;
        for (Attempt attempt : attempts.attempts()) {
            unknown(attempt, "Fails", attempt.fails(), breaches);
            unknown(attempt, "Skips", attempt.skips(), breaches);
        }
        return breaches;
    }

    private void unknown(Attempt attempt, String key, List<String> tests, List<Breach> breaches) {
        tests.stream().filter(t -> !sheet.names().contains(t))
                .map(t -> Breach.at(attempt.file(), attempt.line(key), "there is no test " + t))
                .forEach(breaches::add);
    }

    private List<Breach> enough() {
        int count = attempts.attempts().size() + attempts.unreadable().size();
        return count >= FEWEST_ATTEMPTS ? List.of() : List.of(Breach.at(
                exercise.solutions().resolve("attempts"), 1, count + " of " + exercise.name()
                        + ", at least " + FEWEST_ATTEMPTS + " are wanted"));
    }

    private List<Breach> failed() {
        if (!attempts.unreadable().isEmpty()) return List.of();
        Set<String> failed = attempts.attempts().stream().flatMap(a -> a.fails().stream())
                .collect(Collectors.toSet());
        return sheet.tests().stream().filter(t -> !failed.contains(t.name()))
                .map(t -> inCheck(t, "is failed by no attempt"))
                .toList();
    }

    private List<Breach> mistakes() {
        return attempts.attempts().stream()
                .flatMap(a -> a.mistakes().stream()
                        .filter(m -> !lectures.contains(m.lecture()))
                        .map(m -> Breach.at(a.file(), a.line("Mistake"), m
                                + " sends to a lecture that there is not: " + m.lecture())))
                .toList();
    }

    private List<Breach> markedScript() {
        if (!attempts.unreadable().isEmpty()) return List.of();
        return new MarkedScript(exercise, attempts.attempts()).breaches();
    }
}
