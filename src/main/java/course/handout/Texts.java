package course.handout;

import course.script.Complaint;
import course.script.Course;
import course.script.Source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a hand-out: nothing for teachers only, and no link that leads nowhere. */
final class Texts {
    private static final String BEGINS = "// tag::instructor[]";
    private static final String ENDS = "// end::instructor[]";
    private static final Pattern LINK =
            Pattern.compile("link:([^\\[\\s]+)\\[((?:[^\\]\\\\]|\\\\.)*)\\]");

    private final Path root;
    private final Map<Path, String> pages = new HashMap<>();

    /** @param root of the hand-out */
    Texts(Path root) {
        this.root = root;
    }

    /** What stands between the marks is for the instructor. */
    static List<String> withoutInstructors(Path text) {
        List<String> kept = new ArrayList<>();
        boolean open = false;
        for (String line : Source.of(text).lines()) {
            if (line.equals(BEGINS)) open = true;
            else if (line.equals(ENDS)) open = false;
            else if (!open) kept.add(line);
        }
        if (open) throw Complaint.machine(Course.shown(text) + ": " + BEGINS + " has no end");
        return kept;
    }

    /** When all is there, one knows where links lead. */
    void settle() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.walk(root)) {
            texts = files.filter(f -> f.toString().endsWith(".adoc")).sorted().toList();
        }
        for (Path text : texts) {
            String said = Files.readString(text);
            String now = LINK.matcher(said)
                    .replaceAll(m -> Matcher.quoteReplacement(link(text, m)));
            if (!now.equals(said)) Files.writeString(text, now);
            silent(text, now);
        }
    }

    private String link(Path text, MatchResult m) {
        if (m.group(1).contains("://")) return m.group();
        String[] parts = m.group(1).split("#", 2);
        Path target = text.resolveSibling(parts[0]).normalize();
        boolean whole = target.startsWith(root) && Files.exists(target)
                && (parts.length == 1 || hasPlace(target, parts[1]));
        if (whole) return m.group();
        return m.group(2).isEmpty() ? "`" + target.getFileName() + "`" : m.group(2);
    }

    /** What is generated lost some of its places; the other texts are as they were. */
    private boolean hasPlace(Path target, String place) {
        if (!target.getParent().equals(root.resolve("lectures"))) return true;
        String page = pages.computeIfAbsent(target, Texts::read);
        return page.contains("[[" + place + "]]") || page.contains("[#" + place + "]")
                || place.startsWith("_");
    }

    private static String read(Path file) {
        return String.join("\n", Source.of(file).lines());
    }

    /** Somebody may write a text tomorrow, and think of solutions and not of hand-outs. */
    private void silent(Path text, String words) {
        int at = words.indexOf("solutions/");
        if (at < 0) return;
        long line = 1 + words.substring(0, at).lines().count() - (at > 0 ? 1 : 0);
        throw Complaint.fallsShort("%s speaks of solutions/ (line %d of what is handed out): put it"
                .formatted(root.relativize(text), line) + " between " + BEGINS + " and " + ENDS);
    }
}
