package course.live;

import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.submit.Bundle;
import course.submit.Sha256;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder of the bundles. What can be seen in it is whole and on the disk for good; what is not
 * whole yet lies in a hidden folder in it, under the SHA-256 that it will have. All of it is found
 * again after a crash, since nothing else is remembered.
 */
final class Tray implements AutoCloseable {
    private static final String HIDDEN = ".arriving";
    private static final String SHA = "[0-9a-f]{64}";
    private static final int DIGITS = 16;
    private static final String KEPT = ".+-[0-9a-f]{" + DIGITS + "}\\.zip";

    /** To look at a bundle takes memory, some times its size. */
    private static final int LOOKED_AT_AT_ONCE = 4;

    private final Path folder;
    private final Path hidden;
    private final List<Exercise> exercises;
    private final Limits limits;
    private final FileChannel lock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, Partial> partials = new ConcurrentHashMap<>();
    private final Semaphore looks = new Semaphore(LOOKED_AT_AT_ONCE, true);
    private final Map<String, Integer> promised = new HashMap<>();
    private long bytes;
    private int files;

    /** What has become of a bundle of which all bytes were there. */
    enum Outcome {
        KEPT,
        /** Another upload of the same bundle was faster, or it was taken away. */
        OVER,
        /** The bytes are not those of the name. */
        SPOILT
    }

    /** @param log is told which files in the folder are left alone */
    Tray(Path folder, List<Exercise> exercises, Limits limits, Consumer<String> log) {
        this.folder = folder.toAbsolutePath();
        this.hidden = this.folder.resolve(HIDDEN);
        this.exercises = exercises;
        this.limits = limits;
        try {
            Files.createDirectories(hidden);
            settle(this.folder.getParent());
            this.lock = locked();
            findKept(log);
            findPartials();
        } catch (IOException e) {
            throw Complaint.machine("cannot collect into " + Course.shown(folder) + ": "
                    + e.getMessage());
        }
    }

    private FileChannel locked() throws IOException {
        FileChannel file = FileChannel.open(hidden.resolve("lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock ours = file.tryLock();
            if (ours != null) return file;
        } catch (OverlappingFileLockException twice) {
            // said below
        }
        file.close();
        throw Complaint.usage("another class server collects into " + Course.shown(folder));
    }

    private void findKept(Consumer<String> log) throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(folder)) {
            all = list.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted().toList();
        }
        for (Path file : all) {
            files++;
            bytes += Files.size(file);
            if (!file.getFileName().toString().matches(KEPT)) continue;
            byte[] zip = Files.size(file) > limits.bundle() ? new byte[0] : Files.readAllBytes(file);
            String sha256 = Sha256.of(zip);
            Optional<Bundle> bundle = Bundle.from(file);
            if (bundle.isPresent() && file.getFileName().toString().contains(digits(sha256))) {
                kept.put(sha256, kept(file, zip, bundle.get()));
            } else {
                log.accept(Course.shown(file) + " is not what was handed in: left alone");
            }
        }
    }

    private void findPartials() throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(hidden)) {
            all = list.filter(f -> f.getFileName().toString().matches(SHA)).toList();
        }
        for (Path file : all) {
            String sha256 = file.getFileName().toString();
            int size = (int) Math.min(Files.size(file), Integer.MAX_VALUE);
            Instant touched = Files.getLastModifiedTime(file).toInstant();
            Partial partial = new Partial(file, size, touched);
            if (size > limits.bundle() || isStale(partial)) Files.delete(file);
            else {
                partials.put(sha256, partial);
                promise(sha256, size);
            }
        }
    }

    private boolean isStale(Partial partial) {
        return partial.touched().isBefore(Instant.now().minus(limits.keeps()));
    }

    /** The bundle with this SHA-256, if all of it is here. */
    Optional<Kept> kept(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    List<Kept> kept() {
        return List.copyOf(kept.values());
    }

    /** How much of a bundle is here, if it is not whole. */
    int size(String sha256) {
        Partial partial = partials.get(sha256);
        return partial == null ? 0 : partial.size();
    }

    /** Where the bytes of a bundle go, for which there is room. */
    Partial partial(String sha256, int total) throws IOException, Declined {
        for (Map.Entry<String, Partial> e : partials.entrySet()) {
            if (isStale(e.getValue())) remove(e.getKey(), e.getValue());
        }
        return place(sha256, total);
    }

    private synchronized Partial place(String sha256, int total) throws Declined {
        boolean known = partials.containsKey(sha256);
        int more = Math.max(0, total - promised.getOrDefault(sha256, 0));
        if (bytes + more > limits.all() || !known && files >= limits.files()) {
            throw new Declined(507, "the class server's folder is full");
        }
        if (!known && partials.size() >= limits.partials()) {
            throw new Declined(507, "too many uploads were begun and not ended");
        }
        promise(sha256, total);
        return partials.computeIfAbsent(
                sha256, s -> new Partial(hidden.resolve(s), 0, Instant.now()));
    }

    private synchronized void promise(String sha256, int total) {
        int before = promised.getOrDefault(sha256, 0);
        if (total <= before) return;
        promised.put(sha256, total);
        bytes += total - before;
    }

    /**
     * Keeps a bundle for good, if all of its bytes are there and it is sound: it is on the disk
     * before it can be seen, and seen before anybody is told.
     */
    Outcome keep(String sha256, Partial partial) throws IOException, Declined {
        try {
            looks.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server ends");
        }
        try {
            synchronized (partial) {
                return partial.isOver() ? Outcome.OVER : look(sha256, partial);
            }
        } finally {
            looks.release();
        }
    }

    private Outcome look(String sha256, Partial partial) throws IOException, Declined {
        if (kept.containsKey(sha256)) {
            remove(sha256, partial);
            return Outcome.OVER;
        }
        byte[] zip = partial.settled();
        if (!Sha256.of(zip).equals(sha256)) {
            remove(sha256, partial);
            return Outcome.SPOILT;
        }
        Bundle bundle;
        try {
            bundle = Bundle.sound(partial.file(), exercises);
        } catch (Complaint c) {
            remove(sha256, partial);
            throw new Declined(422, c.getMessage());
        }
        Path place = folder.resolve(name(bundle, sha256));
        Files.move(partial.file(), place, StandardCopyOption.ATOMIC_MOVE);
        try {
            settle(folder);
            kept.put(sha256, kept(place, zip, bundle));
        } finally {
            partial.ends();
            partials.remove(sha256, partial);
        }
        synchronized (this) {
            promised.remove(sha256);
            files++;
        }
        return Outcome.KEPT;
    }

    /** Says whose it is; an intake would take an underscore and a number for an LMS's words. */
    private static String name(Bundle bundle, String sha256) {
        return bundle.title().replaceAll("_(?=\\d)", "-") + "-" + digits(sha256) + ".zip";
    }

    private static String digits(String sha256) {
        return sha256.substring(0, DIGITS);
    }

    private static Kept kept(Path file, byte[] zip, Bundle bundle) throws IOException {
        Instant at = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        return new Kept(zip.length, at, Bundle.code(zip), bundle.manifest());
    }

    private void remove(String sha256, Partial partial) throws IOException {
        partial.ends();
        partials.remove(sha256, partial);
        Files.deleteIfExists(partial.file());
        synchronized (this) {
            Integer before = promised.remove(sha256);
            if (before != null) bytes -= before;
        }
    }

    /** A new name is on the disk when its folder is; Windows does that by itself. */
    private static void settle(Path folder) throws IOException {
        if (folder == null || folder.getFileSystem().getSeparator().equals("\\")) return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Another server may take the folder over. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException itWasOnlyALock) {
            // nothing is lost
        }
    }
}
