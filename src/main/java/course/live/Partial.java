package course.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A bundle that is not whole yet. Its name is that of its content, so whoever sends it sends the
 * same bytes: two uploads at the same time help each other, and none waits for one that is dead.
 */
final class Partial {
    private final Path file;
    private int size;
    private Instant touched;
    private boolean over;

    /**
     * @param size of what is in the file already
     * @param touched when that came
     */
    Partial(Path file, int size, Instant touched) {
        this.file = file;
        this.size = size;
        this.touched = touched;
    }

    Path file() {
        return file;
    }

    synchronized Instant touched() {
        return touched;
    }

    synchronized int size() {
        return size;
    }

    /** Whether it has become whole, or has been taken away. */
    synchronized boolean isOver() {
        return over;
    }

    synchronized void ends() {
        over = true;
    }

    /**
     * Takes the bytes that are new, unless there is a gap before them.
     *
     * @param at where they belong
     */
    synchronized void add(int at, byte[] bytes, int length) throws IOException {
        int known = Math.min(length, size - at);
        if (over || at > size || known == length) return;
        ByteBuffer rest = ByteBuffer.wrap(bytes, known, length - known);
        try (FileChannel to = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (rest.hasRemaining()) to.write(rest, size + rest.position() - known);
        }
        size += length - known;
        touched = Instant.now();
    }

    /** All bytes, which are on the disk from now on. */
    synchronized byte[] settled() throws IOException {
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
            whole.force(true);
        }
        return Files.readAllBytes(file);
    }
}
