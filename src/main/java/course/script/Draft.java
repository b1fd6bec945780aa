package course.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file written beside its place first: nobody ever sees half of it. */
public final class Draft {
    private static final Set<PosixFilePermission> USUAL =
            PosixFilePermissions.fromString("rw-r--r--");

    private Draft() {}

    /** Writes a file anew, or for the first time; an executable script stays one. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for what is no text. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.write(draft, content);
            PosixFileAttributeView old =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (old != null) {
                // a temporary file is born private
                Set<PosixFilePermission> rights =
                        Files.exists(file) ? old.readAttributes().permissions() : USUAL;
                Files.setPosixFilePermissions(draft, rights);
            }
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
