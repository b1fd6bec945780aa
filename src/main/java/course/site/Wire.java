package course.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes over the wire, in order: messages between peers, and what happens at one of them. */
record Wire(String title, List<String> peers, List<Step> steps) {
    private static final Pattern LINE =
            Pattern.compile("([^:]+?)\\s*(?:(-->|->)\\s*([^:]+?)\\s*)?:\\s*(.*)");

    /** Peers are counted from 0. */
    sealed interface Step {
        String text();
    }

    /**
     * @param reply an answer or an acknowledgement: drawn dashed
     */
    record Message(int from, int to, boolean reply, String text) implements Step {}

    record Note(int at, String text) implements Step {}

    /**
     * @param problem gets the line within the block, counted from 1, and what is wrong with it
     */
    static Wire read(
            String title, String peers, List<String> lines, BiConsumer<Integer, String> problem) {
        List<String> names = Arrays.stream(peers.split(",")).map(String::strip).toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) continue;
            try {
                steps.add(step(names, line));
            } catch (Unreadable e) {
                problem.accept(i + 1, e.getMessage());
            }
        }
        return new Wire(
                title == null
                        ? "Messages between " + Html.escape(String.join(" and ", names))
                        : title,
                names,
                steps);
    }

    private static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    private static Step step(List<String> peers, String line) throws Unreadable {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            throw new Unreadable(
                    "cannot read \"" + line + "\": A -> B: text, A --> B: text, or A: note");
        }
        int from = peer(peers, m.group(1));
        if (m.group(2) == null) return new Note(from, m.group(4));
        int to = peer(peers, m.group(3));
        if (from == to)
            throw new Unreadable("a message to oneself is a note: " + m.group(1) + ": text");
        return new Message(from, to, m.group(2).equals("-->"), m.group(4));
    }

    private static int peer(List<String> peers, String name) throws Unreadable {
        int at = peers.indexOf(name);
        if (at < 0)
            throw new Unreadable(
                    "unknown peer \"" + name + "\", not one of " + String.join(", ", peers));
        return at;
    }

    /** The same as sentences, for those who hear the page. */
    String spelledOut() {
        StringBuilder all = new StringBuilder();
        for (Step step : steps) {
            all.append(
                    switch (step) {
                        case Message m -> peers.get(m.from()) + " to " + peers.get(m.to()) + ": ";
                        case Note n -> peers.get(n.at()) + ": ";
                    });
            all.append(step.text()).append(". ");
        }
        return all.toString().strip();
    }
}
