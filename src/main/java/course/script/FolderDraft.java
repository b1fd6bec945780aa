package course.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder written beside its place first: nobody ever sees half of it, and what was there is
 * replaced only if a file in it says that we wrote it.
 */
public final class FolderDraft implements AutoCloseable {
    private final Path place;
    private final String mark;
    private final Path draft;

    private FolderDraft(Path place, String mark, Path draft) {
        this.place = place;
        this.mark = mark;
        this.draft = draft;
    }

    /**
     * @param place where it will lie: nothing is there, an empty folder, or one of ours
     * @param mark the name of the file that makes it one of ours
     */
    public static FolderDraft at(Path place, String mark) throws IOException {
        Path real = place.toAbsolutePath().normalize();
        boolean free = !Files.exists(real)
                || Files.isDirectory(real) && (isEmpty(real) || Files.exists(real.resolve(mark)));
        if (!free) {
            throw Complaint.usage(Course.shown(place) + " holds other things already: name a"
                    + " folder that is empty or not there");
        }
        if (Files.exists(real)) real = real.toRealPath();
        Path parent = real.getParent();
        if (parent == null) throw Complaint.usage(place + " is no place for a folder");
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, "." + real.getFileName() + ".");
        return new FolderDraft(real, mark, draft);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Where to write it. */
    public Path folder() {
        return draft;
    }

    /** It is complete, and goes to its place; the mark says what it is. */
    public void settle(String says) throws IOException {
        Files.writeString(draft.resolve(mark), says);
        // a temporary folder is born private
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft,
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path old = draft.resolveSibling(draft.getFileName() + ".old");
        boolean replaces = Files.exists(place);
        if (replaces) Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        if (replaces) delete(old);
    }

    /** What never came to be settled is gone. */
    @Override
    public void close() throws IOException {
        if (Files.exists(draft)) delete(draft);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) Files.delete(file);
    }
}
