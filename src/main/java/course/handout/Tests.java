package course.handout;

import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests of a hand-out are those that say {@code @Tag("handout")}, and what they need: they hold
 * whichever lectures are there, and know nothing of solutions.
 */
final class Tests {
    private static final String TAG = "@Tag(\"handout\")";
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+\\b");

    private Tests() {}

    static Set<Path> of(Course course) {
        Path tests = course.root().resolve("src/test/java");
        if (!Files.isDirectory(tests)) return Set.of();
        Map<String, Path> classes = new TreeMap<>();
        Set<Path> chosen = new TreeSet<>();
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), file);
                if (Files.readString(file).contains(TAG)) chosen.add(file);
            }
            for (Set<Path> more = chosen; !more.isEmpty(); ) {
                Set<Path> needed = new HashSet<>();
                for (Path file : more) needed.addAll(named(file, classes));
                needed.removeAll(chosen);
                chosen.addAll(needed);
                more = needed;
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot read the tests: " + e.getMessage());
        }
        return chosen;
    }

    private static List<Path> named(Path file, Map<String, Path> classes) throws IOException {
        return NAME.matcher(Files.readString(file)).results()
                .map(MatchResult::group)
                .distinct()
                .filter(classes::containsKey)
                .map(classes::get)
                .toList();
    }
}
