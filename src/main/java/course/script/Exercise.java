package course.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to write: its brief, the skeleton to begin with, the open check and the hints.
 *
 * @param folder {@code exercises/NN-topic}
 * @param name as the skeleton and the check are called: {@code GreetingServer}
 */
public record Exercise(Path folder, String name) {
    private static final Pattern HINT = Pattern.compile("\\.Hint \\d+.*");
    private static final Pattern POINTS = Pattern.compile("@Check\\(\\s*points = (\\d+)");

    /** What the student edits. */
    public Path file() {
        return folder.resolve(name + ".java");
    }

    /** Whether this is a student's own program, perhaps in another language, beside the brief. */
    public boolean isAtHome(Path program) {
        return folder.toAbsolutePath().normalize()
                .equals(program.toAbsolutePath().normalize().getParent());
    }

    public Path check() {
        return folder.resolve(name + "Check.java");
    }

    /** What all tests of the check are worth, as its source says: it need not be compiled. */
    public int points() {
        return POINTS.matcher(String.join("\n", Source.of(check()).lines()))
                .results()
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .sum();
    }

    public Path brief() {
        return folder.resolve("README.adoc");
    }

    /** The lecture that this exercise belongs to, {@code NN-topic}. */
    public String lecture() {
        return folder.getFileName().toString();
    }

    /** The solutions of this exercise's lecture; a hand-out has none. */
    public Path solutions() {
        return folder.resolveSibling("../solutions/" + lecture()).normalize();
    }

    /** The instructor's own check, which nobody else has; most exercises have none. */
    public Path hiddenCheck() {
        return solutions().resolve(name + "HiddenCheck.java");
    }

    /** The full-mark solution in Java. */
    public Path solution() {
        return solutions().resolve(name + ".java");
    }

    /** The full-mark solution in this language; only Java's must be there. */
    public Path solution(Language language) {
        return language == Language.JAVA
                ? solution()
                : solutions().resolve(snake() + language.extension());
    }

    /** As C and Python write its name: {@code greeting_server}. */
    public String snake() {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Whether a program is called as this exercise is, and not as a longer named neighbour. */
    public boolean owns(Path program) {
        return calledAfter(program) && neighbours().noneMatch(n -> n.calledAfter(program));
    }

    private boolean calledAfter(Path program) {
        String base = program.getFileName().toString().replaceFirst("\\.\\w+$", "");
        return base.matches(name + "([A-Z0-9].*)?|" + snake() + "(_.*)?");
    }

    /** The exercises of this folder whose names begin with this one's. */
    private Stream<Exercise> neighbours() {
        return Course.exercisesIn(folder)
                .filter(e -> e.name.startsWith(name) && !e.name.equals(name));
    }

    /** On the page of its lecture's briefs; where it has none yet, at the end. */
    int place() {
        if (!Files.exists(brief())) return Integer.MAX_VALUE;
        return Section.of(brief(), name).map(Section::from).orElse(Integer.MAX_VALUE);
    }

    public boolean handedOutAlone() {
        return !Files.isDirectory(solutions());
    }

    /**
     * The file as it was handed out: the brief prints it, and {@code reset} takes it from there.
     */
    public List<String> skeleton() {
        List<String> brief = section().lines();
        int at = brief.indexOf("[source,java,skeleton=" + name + ".java]");
        if (at < 0) throw Complaint.machine(brief() + ": no skeleton of " + name);
        return fenced(brief, at + 1, "----");
    }

    /** The hints of the brief, from a nudge to nearly the answer: plain text, code in quotes. */
    public List<String> hints() {
        List<String> brief = section().lines();
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < brief.size(); i++) {
            if (HINT.matcher(brief.get(i)).matches()) {
                String hint = String.join("\n", fenced(brief, i + 1, "===="));
                hints.add(hint.replace("`+", "`").replace("+`", "`"));
            }
        }
        return hints;
    }

    /** The part of the brief's page that is about this exercise. */
    public Section section() {
        return Section.of(brief(), name)
                .orElseThrow(() ->
                        Complaint.machine(brief() + ": no section \"== " + name + "\""));
    }

    private List<String> fenced(List<String> lines, int at, String fence) {
        int from = at;
        while (from < lines.size() && !lines.get(from).equals(fence)) from++;
        int to = from + 1;
        while (to < lines.size() && !lines.get(to).equals(fence)) to++;
        if (to >= lines.size())
            throw Complaint.machine(brief() + ": a block opened by " + fence + " never ends");
        return List.copyOf(lines.subList(from + 1, to));
    }
}
