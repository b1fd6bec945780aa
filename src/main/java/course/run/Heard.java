package course.run;

import course.run.Started.Line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What came out of one stream: how it began and how it ended, however much was in between. */
final class Heard {
    /** Of the beginning, and again of the end; both in characters. */
    private static final int KEPT = 128 * 1024;

    /** So that nothing but line ends counts as little, too. */
    private static final int LINE_END = 8;

    private final List<Line> head = new ArrayList<>();
    private final Deque<Line> tail = new ArrayDeque<>();
    private int headSize;
    private int tailSize;
    private long forgotten;

    void add(Line line) {
        int size = size(line);
        if (tail.isEmpty() && forgotten == 0 && headSize + size <= KEPT) {
            head.add(line);
            headSize += size;
            return;
        }
        tail.add(line);
        tailSize += size;
        while (tailSize > KEPT && tail.size() > 1) {
            Line oldest = tail.remove();
            tailSize -= size(oldest);
            forgotten++;
        }
    }

    private static int size(Line line) {
        return line.text().length() + LINE_END;
    }

    /** With a mark in the place of what was forgotten. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>(head);
        if (forgotten > 0) {
            Line next = tail.getFirst();
            String mark = "[... %d lines of this output are left out ...]".formatted(forgotten);
            lines.add(new Line(next.stream(), next.nanos(), mark));
        }
        lines.addAll(tail);
        return lines;
    }
}
