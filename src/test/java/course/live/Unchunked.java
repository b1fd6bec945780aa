package course.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The events in an answer that comes in chunks, wherever the network and the chunks cut them. */
final class Unchunked {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private boolean head = true;
    private int left;

    /** @param events is given each that is whole, its last line ended */
    void takes(ByteBuffer bytes, Consumer<String> events) throws IOException {
        while (bytes.hasRemaining()) {
            if (left > 0) {
                byte[] some = new byte[Math.min(left, bytes.remaining())];
                bytes.get(some);
                unread.writeBytes(some);
                left -= some.length;
                if (left == 0) body(events);
            } else {
                byte b = bytes.get();
                line.write(b);
                if (b == '\n') ends(line.toString(StandardCharsets.US_ASCII).strip());
            }
        }
    }

    /** A line of the head, the size of a chunk, or the end of one. */
    private void ends(String said) throws IOException {
        boolean refused = said.startsWith("HTTP/1.1 ") && !said.startsWith("HTTP/1.1 200 ");
        if (head && refused) throw new IOException(said);
        if (head) head = !said.isEmpty();
        else if (!said.isEmpty()) left = Integer.parseInt(said, 16);
        line.reset();
    }

    /** A chunk may hold many events, and break off within one. */
    private void body(Consumer<String> events) {
        String text = unread.toString(StandardCharsets.UTF_8);
        int from = 0;
        for (int end; (end = text.indexOf("\n\n", from)) >= 0; from = end + 2) {
            events.accept(text.substring(from, end + 1));
        }
        unread.reset();
        unread.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }
}
