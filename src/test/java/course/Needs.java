package course;

import course.run.Tool;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine: without it, a test is skipped at home and fails where everything must run. */
public final class Needs {
    private Needs() {}

    public static Path tool(Tool tool) {
        Optional<Path> found = tool.find();
        String missing = "needs " + tool.title() + ". To get it: " + tool.howToGet();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) throw new AssertionError(missing);
        Assumptions.assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }
}
