package course.cli;

import course.run.Started.Line;
import course.run.Started.Stream;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several programs' output beside each other, in the order in which it came: time runs downward.
 */
final class Panes {
    private static final int NARROW = 60;

    private final PrintWriter out;
    private final boolean colours;
    private final List<String> titles;
    private final int width;
    private final boolean beside;

    /** On a screen too narrow for panes, each line carries the title of its program instead. */
    Panes(PrintWriter out, int columns, boolean colours, String... titles) {
        this.out = out;
        this.colours = colours;
        this.titles = List.of(titles);
        this.beside = columns >= NARROW;
        this.width = beside ? (columns - 3 * (titles.length - 1)) / titles.length : 0;
        if (beside) {
            row(i -> titles[i], false);
            row(i -> "-".repeat(width), false);
        }
    }

    /** What prints the lines of one program into its pane. */
    Consumer<Line> pane(int index) {
        return line -> print(index, line);
    }

    private synchronized void print(int index, Line line) {
        boolean error = line.stream() == Stream.ERR;
        if (!beside) {
            out.println(
                    marked(titles.get(index).replaceFirst(":.*", "") + " | " + line.text(), error));
        } else {
            for (String part : wrapped(line.text())) row(i -> i == index ? part : "", error);
        }
        out.flush();
    }

    private interface Cell {
        String of(int pane);
    }

    private void row(Cell cell, boolean error) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < titles.size(); i++) {
            String text = cell.of(i);
            if (i > 0) row.append(" | ");
            row.append(marked(text, error)).append(" ".repeat(Math.max(0, width - text.length())));
        }
        out.println(row.toString().stripTrailing());
    }

    private String marked(String text, boolean error) {
        return error && colours && !text.isEmpty() ? "\033[31m" + text + "\033[0m" : text;
    }

    private List<String> wrapped(String text) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length() || i == 0; i += width) {
            parts.add(text.substring(i, Math.min(text.length(), i + width)));
        }
        return parts;
    }
}
