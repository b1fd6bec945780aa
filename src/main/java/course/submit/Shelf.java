package course.submit;

import course.run.Scratch;
import course.script.Complaint;
import course.script.Draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the programs of an intake are put: {@code student/Exercise/content/Name.java}. All of these
 * words are made or chosen here; none is a path that somebody else wrote.
 */
final class Shelf implements AutoCloseable {
    private static final int DIGITS = 16;

    private final Path folder;
    private final Scratch scratch = Scratch.named("course-intake-");

    /** @param into where they are to stay; else they are gone with the shelf */
    Shelf(Optional<Path> into) {
        this.folder = into.map(Path::toAbsolutePath).orElse(scratch.folder());
    }

    Path put(String student, String exercise, String name, byte[] program, String sha256) {
        try {
            Path place = folder.resolve(student).resolve(exercise)
                    .resolve(sha256.substring(0, DIGITS));
            Path file = Files.createDirectories(place).resolve(name);
            Draft.replace(file, program);
            return file;
        } catch (IOException e) {
            throw Complaint.machine("cannot put a program into " + folder + ": " + e.getMessage());
        }
    }

    /** A zip that was in another one, for as long as it is read. */
    Path aside(byte[] zip) {
        try {
            return Files.write(scratch.room().resolve("inner.zip"), zip);
        } catch (IOException e) {
            throw Complaint.machine("cannot unpack a zip: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
