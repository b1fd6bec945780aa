package course.run;

import course.script.Complaint;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the machine that some of the course needs, and how to get it where it is missing.
 */
public enum Tool {
    CC(
            List.of("cc", "gcc", "clang"),
            "a C compiler",
            "apt install gcc · xcode-select --install · on Windows, WSL"),
    PYTHON(
            List.of("python3", "python"),
            "Python 3",
            "apt install python3 · brew install python · python.org"),
    CHROMIUM(
            List.of("chromium", "chromium-browser", "google-chrome"),
            "Chromium",
            "apt install chromium"),
    CHROMEDRIVER(List.of("chromedriver"), "ChromeDriver", "apt install chromium-driver"),
    BUBBLEWRAP(List.of("bwrap"), "bubblewrap", "apt install bubblewrap (Linux only)"),
    PRLIMIT(List.of("prlimit"), "prlimit", "apt install util-linux (Linux only)"),
    SETSID(List.of("setsid"), "setsid", "apt install util-linux (Linux only)"),
    SHELLCHECK(
            List.of("shellcheck"),
            "shellcheck",
            "apt install shellcheck · brew install shellcheck");

    private final List<String> names;
    private final String title;
    private final String howToGet;

    Tool(List<String> names, String title, String howToGet) {
        this.names = names;
        this.title = title;
        this.howToGet = howToGet;
    }

    public String title() {
        return title;
    }

    public String howToGet() {
        return howToGet;
    }

    /** The first of its names that is on the PATH. */
    public Optional<Path> find() {
        return this == PYTHON ? Interpreter.FOUND : onPath();
    }

    private Optional<Path> onPath() {
        return names.stream().flatMap(n -> onPath(n).stream()).findFirst();
    }

    public Path require() {
        return find().orElseThrow(() ->
                Complaint.machine(
                        "needs " + title + ", which is not here. To get it: " + howToGet));
    }

    private static Optional<Path> onPath(String name) {
        boolean windows = File.separatorChar == '\\';
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(windows ? name + ".exe" : name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Asking takes longer than a check of a C program: once is enough. */
    private static final class Interpreter {
        static final Optional<Path> FOUND = PYTHON.onPath().flatMap(Tool::behindShims);
    }

    /**
     * Version managers put a script before the interpreter, and Windows a shop window; only the
     * interpreter itself starts at once and without an environment, so it is asked where it lives.
     */
    private static Optional<Path> behindShims(Path python) {
        try {
            String ask = "import sys; print(sys.executable if sys.version_info[0] == 3 else '')";
            Process p =
                    new ProcessBuilder(python.toString(), "-c", ask)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer = new String(p.getInputStream().readAllBytes()).strip();
            boolean fine =
                    p.waitFor(10, TimeUnit.SECONDS) && p.exitValue() == 0 && !answer.isEmpty();
            return fine ? Optional.of(Path.of(answer)) : Optional.empty();
        } catch (java.io.IOException notRunnable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
