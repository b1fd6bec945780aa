package course.bench;

import course.run.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was measured on, and when; not whose machine it is. */
public record Machine(List<String> parts, LocalDate date) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    static Machine here() {
        List<String> parts = new ArrayList<>();
        parts.add(Runtime.getRuntime().availableProcessors() + " cores");
        parts.add(System.getProperty("os.name") + " " + version(System.getProperty("os.version"))
                + " " + System.getProperty("os.arch"));
        parts.add("JDK " + version(System.getProperty("java.version")));
        Tool.CC.find().flatMap(cc -> told(cc, "-dumpfullversion"))
                .ifPresent(v -> parts.add("C compiler " + v + " with -O1"));
        Tool.PYTHON.find().flatMap(python -> told(python, "--version"))
                .ifPresent(v -> parts.add("Python " + v));
        return new Machine(parts, LocalDate.now());
    }

    private static String version(String text) {
        Matcher m = VERSION.matcher(text);
        return m.find() ? m.group() : text;
    }

    private static Optional<String> told(Path tool, String how) {
        try {
            Process p = new ProcessBuilder(tool.toString(), how).redirectErrorStream(true).start();
            p.getOutputStream().close();
            String said = new String(
                    p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? Optional.empty() : Optional.of(version(said));
        } catch (IOException itDoesNotSay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Measured on " + date + ": " + String.join(", ", parts) + ".";
    }
}
