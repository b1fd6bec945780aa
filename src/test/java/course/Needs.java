package course;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import course.run.Tool;
import course.script.Language;

/**
 * What a test needs of the machine: where it is missing the test is skipped and says so, but never
 * on the build server.
 */
public final class Needs {
    private Needs() {}

    public static void tool(Tool tool) {
        boolean there = tool.find().isPresent();
        String line = "needs " + tool.title() + ", which is not here. To get it: "
                + tool.howToGet();
        if ("true".equals(System.getenv("CI"))) assertTrue(there, line);
        if (!there) System.err.println("skipped: " + line);
        assumeTrue(there, line);
    }

    public static void language(Language language) {
        switch (language) {
            case C -> tool(Tool.CC);
            case PYTHON -> tool(Tool.PYTHON);
            case JAVA -> { }
        }
    }
}
