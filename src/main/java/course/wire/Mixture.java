package course.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** What several say at the same time: the lines of each in their order, those of all mixed. */
final class Mixture {
    private final List<Queue<byte[]>> texts = new ArrayList<>();
    private final int length;

    Mixture(String... texts) {
        int bytes = 0;
        for (String text : texts) {
            Queue<byte[]> lines = new ArrayDeque<>();
            for (String line : text.split("(?<=\n)")) lines.add(line.getBytes(UTF_8));
            this.texts.add(lines);
            bytes += text.getBytes(UTF_8).length;
        }
        length = bytes;
    }

    int length() {
        return length;
    }

    /** The one mixture that agrees longest with what came. */
    byte[] nearest(byte[] came) {
        ByteArrayOutputStream nearest = new ByteArrayOutputStream(length);
        boolean agrees = true;
        while (agrees && nearest.size() < length) {
            byte[] line = next(came, nearest.size()).remove();
            agrees = agreement(line, came, nearest.size()) == line.length;
            nearest.writeBytes(line);
        }
        texts.forEach(rest -> rest.forEach(nearest::writeBytes));
        return nearest.toByteArray();
    }

    /** The text whose next line is most like what came from here on. */
    private Queue<byte[]> next(byte[] came, int from) {
        return texts.stream().filter(t -> !t.isEmpty())
                .max(Comparator.comparingInt(t -> agreement(t.element(), came, from)))
                .orElseThrow();
    }

    /** How many bytes of the line are there. */
    private static int agreement(byte[] line, byte[] came, int from) {
        int to = Math.min(came.length, from + line.length);
        int same = from > to ? 0 : Arrays.mismatch(line, 0, to - from, came, from, to);
        return same < 0 ? to - from : same;
    }
}
