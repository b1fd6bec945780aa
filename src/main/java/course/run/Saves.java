package course.run;

import course.script.Complaint;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices when one file is saved, however the editor does that: in place, or by renaming another
 * one. The system's notice comes at once where there is one; on network folders there is none, so
 * the file's time and size are looked at, too. What happens to other files beside it is ignored.
 */
public final class Saves implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** So long must nothing change, for a save to be over. */
    private static final Duration QUIET = Duration.ofMillis(20);

    /** A file that is empty or missing for less than this is taken for a save half way. */
    private static final Duration HALF_WAY = Duration.ofMillis(600);

    /** A file that changes without end is not waited for any longer. */
    private static final Duration RESTLESS = Duration.ofSeconds(3);

    /** What one sees of the file without reading it. */
    private record Look(boolean there, FileTime modified, long size) {
        private static final Look NOTHING = new Look(false, FileTime.fromMillis(0), 0);

        static Look at(Path file) {
            try {
                BasicFileAttributes now =
                        Files.readAttributes(file, BasicFileAttributes.class);
                return new Look(now.isRegularFile(), now.lastModifiedTime(), now.size());
            } catch (IOException noSuchFile) {
                return NOTHING;
            }
        }

        boolean halfWay() {
            return size == 0;
        }
    }

    private final Path file;
    private final Runnable saved;
    private final Runnable gone;
    private final Optional<WatchService> service;
    private final Thread watching;
    private volatile boolean closed;
    private Look seen;
    private byte[] text;

    private Saves(Path file, Runnable saved, Runnable gone) {
        this.file = file.toAbsolutePath();
        this.saved = saved;
        this.gone = gone;
        this.service = service(this.file.getParent());
        this.seen = Look.at(this.file);
        this.text = text(this.file);
        this.watching = Thread.ofVirtual().unstarted(this::watch);
    }

    /**
     * From now on runs {@code saved} after each save, and {@code gone} if the file is not there any
     * more; the file coming back is a save.
     */
    public static Saves of(Path file, Runnable saved, Runnable gone) {
        Saves saves = new Saves(file, saved, gone);
        saves.watching.start();
        return saves;
    }

    private static Optional<WatchService> service(Path folder) {
        try {
            WatchService service = folder.getFileSystem().newWatchService();
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return Optional.of(service);
        } catch (IOException thenLookingMustDo) {
            return Optional.empty();
        }
    }

    private void watch() {
        try {
            while (!closed) {
                boolean named = noticed(GLANCE);
                if (named || !Look.at(file).equals(seen)) settle();
            }
        } catch (InterruptedException | ClosedWatchServiceException over) {
            // closed by whoever asked
        }
    }

    /** Waits until the save is over, and tells of it if it changed anything. */
    private void settle() throws InterruptedException {
        long begun = System.nanoTime();
        Look now = Look.at(file);
        while (true) {
            boolean stirred = noticed(QUIET);
            Look next = Look.at(file);
            boolean steady = next.equals(now) && !stirred;
            now = next;
            Duration patience = steady && now.halfWay() ? HALF_WAY : RESTLESS;
            if (steady && !now.halfWay() || System.nanoTime() - begun > patience.toNanos()) break;
        }
        byte[] read = text(file);
        // a clock may be too coarse for two saves of the same size; then the text tells
        boolean changed = !now.equals(seen) || !Arrays.equals(read, text);
        boolean was = seen.there();
        seen = now;
        text = read;
        if (changed && now.there()) saved.run();
        else if (was && !now.there()) gone.run();
    }

    /** Waits, but not if the system gives notice of the file; whether it did. */
    private boolean noticed(Duration atMost) throws InterruptedException {
        if (service.isEmpty()) {
            Thread.sleep(atMost);
            return false;
        }
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left; (left = deadline - System.nanoTime()) > 0; ) {
            WatchKey key = service.get().poll(left, TimeUnit.NANOSECONDS);
            if (key == null) return false;
            boolean ours = key.pollEvents().stream().anyMatch(this::ours);
            key.reset();
            if (ours) return true;
        }
        return false;
    }

    private boolean ours(WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || file.getFileName().equals(event.context());
    }

    /** Nothing if it cannot be read: whoever needs it will say why. */
    private static byte[] text(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException noSuchFile) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (service.isPresent()) service.get().close();
        } catch (IOException e) {
            throw Complaint.machine("cannot stop watching " + file + ": " + e.getMessage());
        }
    }
}
