package course.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The events in an answer that comes in chunks, wherever the network and the chunks cut them. */
final class Unchunked {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private boolean head = true;
    private int left;
    private int before;

    /** @param events is given each that is whole, its last line ended */
    void takes(ByteBuffer bytes, Consumer<String> events) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (left > 0) {
                left--;
                body(b, events);
            } else if (b == '\n') {
                ends(line.toString(StandardCharsets.US_ASCII).strip());
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    /** A line of the head, the size of a chunk, or the end of one. */
    private void ends(String said) {
        if (head) head = !said.isEmpty();
        else if (!said.isEmpty()) left = Integer.parseInt(said, 16);
    }

    private void body(byte b, Consumer<String> events) {
        if (b == '\n' && before == '\n') {
            events.accept(event.toString(StandardCharsets.UTF_8));
            event.reset();
        } else {
            event.write(b);
        }
        before = b;
    }
}
