package course.live;

import course.script.Complaint;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Notices what is saved in the folders of the course, each file once when it is at rest. */
final class Watch implements AutoCloseable {
    /** An editor saves in several moves. */
    private static final int AT_REST_MILLIS = 15;

    private final WatchService service;
    private final Consumer<Path> saved;

    private Watch(WatchService service, Consumer<Path> saved) {
        this.service = service;
        this.saved = saved;
    }

    /** Tells of texts and programs below these folders, and in {@code root} itself. */
    static Watch of(Path root, List<String> below, Consumer<Path> saved) {
        try {
            Watch watch = new Watch(root.getFileSystem().newWatchService(), saved);
            watch.register(root);
            for (String name : below) watch.all(root.resolve(name));
            Thread.ofVirtual().start(watch::run);
            return watch;
        } catch (IOException e) {
            throw Complaint.machine("cannot watch " + root + ": " + e.getMessage());
        }
    }

    private void all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> folders = Files.walk(folder, 2)) {
            for (Path f : folders.filter(Files::isDirectory).toList()) register(f);
        }
    }

    private void register(Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void run() {
        try {
            while (true) {
                Set<Path> changed = new LinkedHashSet<>();
                WatchKey key = service.take();
                while (key != null) {
                    collect(key, changed);
                    key = service.poll(AT_REST_MILLIS, TimeUnit.MILLISECONDS);
                }
                changed.forEach(saved);
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            // the hour is over
        }
    }

    private void collect(WatchKey key, Set<Path> changed) {
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name)) continue;
            Path file = folder.resolve(name);
            if (name.toString().matches("[^.].*\\.(adoc|java|c|py)")) changed.add(file);
        }
        key.reset();
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw Complaint.machine("cannot stop watching: " + e.getMessage());
        }
    }
}
