package course.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One script or twin of a lecture.
 *
 * @param name as one types it, the same in every language: {@code simple-server}
 * @param description from {@code //DESCRIPTION}, else the first sentence of the first comment
 * @param slides the units of the slides that it mirrors
 * @param claims the numbers of the claims that it puts to the test
 */
public record Program(
        Path file,
        Language language,
        String name,
        String description,
        List<String> slides,
        List<Integer> claims) {
    private static final Pattern DESCRIPTION = Pattern.compile("//DESCRIPTION (.+)");
    private static final Pattern MARKS = Pattern.compile("(?://|#) (Slides|Claims): ([\\w, -]+)");

    static Program of(Path file) {
        Language language = Language.of(file).orElseThrow();
        String description = "";
        List<String> slides = new ArrayList<>();
        List<Integer> claims = new ArrayList<>();
        for (String line : Source.of(file).lines()) {
            Matcher said = DESCRIPTION.matcher(line);
            if (said.matches()) description = said.group(1);
            Matcher marks = MARKS.matcher(line);
            if (!marks.matches()) continue;
            for (String id : marks.group(2).trim().split("[, ]+")) {
                if (marks.group(1).equals("Slides")) slides.add(id);
                else claims.add(Integer.valueOf(id));
            }
        }
        if (description.isEmpty()) description = firstSentence(file);
        return new Program(file, language, nameOf(file), description, slides, claims);
    }

    /** Whether it says of itself that it is called with a path where others have a port. */
    public boolean takesPath() {
        return Source.of(file).lines().stream().anyMatch(l -> l.endsWith(" [PATH]"));
    }

    private static String firstSentence(Path file) {
        String comment =
                Source.of(file).lines().stream()
                        .map(l -> l.replaceFirst("^(//|#|\"\"\") ?", ""))
                        .takeWhile(l -> !l.isBlank())
                        .collect(Collectors.joining(" "));
        return comment.replaceFirst("[.:;](\\s.*|$)", "");
    }

    /** {@code SimpleServer.java} and {@code simple_server.c} are both {@code simple-server}. */
    static String nameOf(Path file) {
        String base = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        return base.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
