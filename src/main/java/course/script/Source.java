package course.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file as a lecture quotes it: with regions between {@code tag::x[]} and {@code end::x[]}.
 */
public record Source(Path file, List<String> lines) {
    private static final Pattern TAG =
            Pattern.compile("^\\s*(?://|#) (tag|end)::([a-z][a-z0-9_-]*)\\[\\]\\s*$");
    private static final Pattern MARKS = Pattern.compile("(?://|#) (?:Slides|Claims): .*");
    private static final Pattern CALLOUTS = Pattern.compile("\\s*(?://|#) (?:<\\.>\\s*)+$");

    /**
     * Lines {@code from} to {@code to} of the file, counted from 1, without the common indentation.
     */
    public record Region(int from, int to, List<String> lines) {
        /** The same code without the {@code // <.>} that a callout list would need. */
        public List<String> withoutCallouts() {
            return lines.stream().map(l -> CALLOUTS.matcher(l).replaceFirst("")).toList();
        }
    }

    public static Source of(Path file) {
        try {
            return new Source(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** The whole file as a reader sees it, without what only the course needs to know. */
    public List<String> untagged() {
        return lines.stream().filter(l -> !ours(l)).toList();
    }

    private static boolean ours(String line) {
        return TAG.matcher(line).matches() || MARKS.matcher(line).matches();
    }

    /** The same by each line's number in the file, and without callouts, which a text explains. */
    public SequencedMap<Integer, String> numbered() {
        SequencedMap<Integer, String> numbered = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (ours(line)) continue;
            numbered.put(i + 1, CALLOUTS.matcher(line).replaceFirst(""));
        }
        return numbered;
    }

    /** Every name that a tag of this file opens, in order of appearance. */
    public Set<String> tags() {
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher m = TAG.matcher(line);
            if (m.matches() && m.group(1).equals("tag")) names.add(m.group(2));
        }
        return names;
    }

    /** What stands between the tags of this name; a name may open more than once. */
    public Optional<Region> region(String name) {
        List<String> inside = new ArrayList<>();
        int from = 0;
        int to = 0;
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = TAG.matcher(lines.get(i));
            if (m.matches()) {
                if (m.group(2).equals(name)) open = m.group(1).equals("tag");
            } else if (open) {
                inside.add(lines.get(i));
                if (from == 0) from = i + 1;
                to = i + 1;
            }
        }
        if (inside.isEmpty()) return Optional.empty();
        String code = String.join("\n", inside).stripIndent().stripTrailing();
        return Optional.of(new Region(from, to, List.of(code.split("\n"))));
    }
}
