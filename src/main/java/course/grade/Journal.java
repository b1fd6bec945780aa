package course.grade;

import course.script.Complaint;
import course.script.Course;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What has been graded, line by line, each on the disk before the next is begun: whoever is killed
 * loses no more than what was just being graded. Only one grading at a time writes it.
 */
final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final List<Graded> read = new ArrayList<>();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param warning is told if what stands there cannot be read to its end */
    static Journal in(Path folder, Consumer<String> warning) {
        Path file = folder.resolve("journal.jsonl");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel);
            journal.lock();
            journal.read(warning);
            return journal;
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(file) + ": " + e.getMessage());
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) return;
        } catch (OverlappingFileLockException itIsUs) {
            // the same answer
        }
        channel.close();
        throw Complaint.usage("another grading is at work in " + Course.shown(file.getParent()));
    }

    /** What it holds, oldest first; a later line about the same replaces an earlier one. */
    List<Graded> read() {
        return List.copyOf(read);
    }

    /** Reads line by line: the whole may be large. Its last line may be half a one. */
    private void read(Consumer<String> warning) throws IOException {
        byte[] all = new byte[Math.toIntExact(channel.size())];
        channel.read(ByteBuffer.wrap(all), 0);
        int begin = 0;
        for (int end = begin; end < all.length; end++) {
            if (all[end] != '\n') continue;
            try {
                String line = new String(all, begin, end - begin, StandardCharsets.UTF_8);
                read.add(Json.graded(Json.read(line)));
            } catch (Json.Foreign e) {
                break;
            }
            begin = end + 1;
        }
        if (begin < all.length) {
            warning.accept(Course.shown(file) + ": " + (all.length - begin)
                    + " bytes at its end were never completed; what they told is graded again");
            channel.truncate(begin);
            channel.force(true);
        }
        channel.position(begin);
    }

    synchronized void add(Graded graded) {
        ByteBuffer line = ByteBuffer.wrap(
                Json.line(Json.of(graded)).getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) channel.write(line);
            channel.force(false);
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + Course.shown(file) + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Complaint.machine("cannot close " + Course.shown(file) + ": " + e.getMessage());
        }
    }
}
