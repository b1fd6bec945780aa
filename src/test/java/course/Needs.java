package course;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import course.run.Tool;
import course.script.Language;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a test needs of the machine. Without it the test is skipped, and on CI, where nothing may
 * be, it fails.
 */
public final class Needs {
    private Needs() {}

    public static Path tool(Tool tool) {
        Optional<Path> found = tool.find();
        return found.orElseGet(
                () -> missing(tool.title() + " is not here. To get it: " + tool.howToGet()));
    }

    /** What a program in this language cannot do without. */
    public static void language(Language language) {
        switch (language) {
            case C -> tool(Tool.CC);
            case PYTHON -> tool(Tool.PYTHON);
            case JAVA -> {}
        }
    }

    public static <T> T missing(String what) {
        return "true".equals(System.getenv("CI")) ? fail(what) : abort(what);
    }
}
