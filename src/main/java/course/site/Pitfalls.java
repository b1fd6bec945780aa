package course.site;

import course.script.Source;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What AsciiDoc takes for something else without a word of warning. */
final class Pitfalls {
    private static final List<String> FENCES = List.of("----", "....", "++++");

    /** A pair as an argument, between backticks that do not also keep it literal. */
    private static final Pattern INDEX_TERM =
            Pattern.compile("`(?!\\+)[^`]*\\(\\([^`]*\\)\\)[^`]*`");

    private Pitfalls() {}

    static void find(Path text, Consumer<Problem> problems) {
        List<String> lines = Source.of(text).lines();
        String fence = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (fence != null) {
                if (line.equals(fence)) fence = null;
            } else if (FENCES.contains(line)) {
                fence = line;
            } else if (INDEX_TERM.matcher(line).find()) {
                problems.accept(
                        new Problem(
                                text,
                                i + 1,
                                "AsciiDoc takes ((…)) for an index term and drops the parentheses:"
                                    + " write `+f((a, b))+`"));
            }
        }
    }
}
