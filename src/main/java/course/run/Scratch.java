package course.run;

import course.script.Complaint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder for a while. */
public record Scratch(Path folder) implements AutoCloseable {
    public static Scratch named(String prefix) {
        try {
            return new Scratch(Files.createTempDirectory(prefix).toRealPath());
        } catch (IOException e) {
            throw Complaint.machine("cannot make a temporary folder: " + e.getMessage());
        }
    }

    /** A new folder in it. */
    public Path room() {
        try {
            return Files.createTempDirectory(folder, "run-");
        } catch (IOException e) {
            throw Complaint.machine("cannot make a temporary folder: " + e.getMessage());
        }
    }

    /** A new folder in it whose path is short: the file of a socket must not have a long one. */
    public Path closet() {
        try {
            for (int number = 1; ; number++) {
                Path closet = folder.resolve("s" + number);
                if (closet.toFile().mkdir()) return closet;
                if (!Files.isDirectory(closet)) throw new IOException("no folder " + closet);
            }
        } catch (IOException e) {
            throw Complaint.machine("cannot make a temporary folder: " + e.getMessage());
        }
    }

    /** Takes all away; what somebody still writes, when this program ends. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Broom());
        } catch (IOException somebodyStillWrites) {
            folder.toFile().deleteOnExit();
        }
    }

    private static final class Broom extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            // a folder that its maker has locked is opened, and visited anew
            var folder = file.toFile();
            boolean opened = folder.setReadable(true) && folder.setExecutable(true);
            if (opened && folder.isDirectory() && Files.isReadable(file)) {
                folder.setWritable(true);
                Files.walkFileTree(file, new Broom());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!Files.isWritable(folder)) folder.toFile().setWritable(true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException why)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
