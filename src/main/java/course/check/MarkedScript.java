package course.check;

import course.script.Exercise;
import course.script.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of the attempts in the solutions' page: what their headers say, for people. */
record MarkedScript(Exercise exercise, List<Attempt> attempts) {
    private static final String TITLE = ".The marked script";
    private static final String FENCE = "|===";
    private static final List<String> HEAD = List.of(TITLE,
            "[cols=\"2,1,2,3,5\",options=\"header\"]", FENCE,
            "| Attempt | Marks | Fails | Looks like | Comment");

    Path page() {
        return exercise.solutions().resolve("README.adoc");
    }

    List<Breach> breaches() {
        Optional<Section> section = Section.of(page(), exercise.name());
        if (section.isEmpty()) {
            return List.of(Breach.at(page(), 1, "has no section \"== " + exercise.name() + "\""));
        }
        int from = section.get().lines().indexOf(TITLE);
        if (from < 0) {
            return List.of(Breach.at(page(), section.get().from(), "has no table \"" + TITLE
                    + "\"; course author check --write makes it"));
        }
        List<String> told = told(section.get(), from);
        List<String> truth = table();
        int at = 0;
        while (at < told.size() && at < truth.size() && told.get(at).equals(truth.get(at))) at++;
        if (at == told.size() && at == truth.size()) return List.of();
        return List.of(Breach.at(page(), section.get().from() + from + at,
                "the table says " + quoted(told, at) + ", the headers say " + quoted(truth, at)
                        + "; course author check --write writes it anew"));
    }

    private static String quoted(List<String> lines, int at) {
        return at < lines.size() ? "\"" + lines.get(at) + "\"" : "nothing more";
    }

    /** The page with its table as it should be; empty if it has no place for one. */
    Optional<List<String>> anew(List<String> page) {
        return Section.of(page(), exercise.name()).map(section -> {
            List<String> anew = new ArrayList<>(page);
            int from = section.lines().indexOf(TITLE);
            if (from >= 0) {
                int begin = section.from() - 1 + from;
                anew.subList(begin, begin + told(section, from).size()).clear();
                anew.addAll(begin, table());
            } else {
                int end = section.from() - 1 + section.lines().size();
                while (anew.get(end - 1).isBlank()) end--;
                anew.addAll(end, table());
                anew.add(end, "");
            }
            return anew;
        });
    }

    private static List<String> told(Section section, int from) {
        List<String> lines = section.lines();
        int open = from;
        while (open < lines.size() && !lines.get(open).equals(FENCE)) open++;
        int close = open + 1;
        while (close < lines.size() && !lines.get(close).equals(FENCE)) close++;
        return lines.subList(from, Math.min(close + 1, lines.size()));
    }

    private List<String> table() {
        List<String> table = new ArrayList<>(HEAD);
        for (Attempt attempt : attempts) {
            table.add("");
            table.addAll(row(attempt));
        }
        table.add(FENCE);
        return table;
    }

    private static List<String> row(Attempt attempt) {
        String fails = String.join(", ", attempt.fails());
        String skips = String.join(", ", attempt.skips());
        String titles = attempt.mistakes().stream().map(Mistake::title)
                .collect(Collectors.joining(", "));
        return List.of("| `" + attempt.name() + "`",
                "| " + attempt.marks() + " of " + attempt.of(),
                "| " + (fails + (skips.isEmpty() ? "" : " (not run: " + skips + ")")).strip(),
                "| " + (titles.isEmpty() ? "no known mistake" : cell(titles)),
                "| " + cell(attempt.comment()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
