package course.cli;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;
import course.script.Exercise;
import course.script.Stamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that an exercise begins with, and may begin with again. */
record Skeleton(Course course, Exercise exercise) {
    String question() {
        return "Put the skeleton back in place of %s? A backup is kept. [y/N] "
                .formatted(Course.shown(exercise.file()));
    }

    /** @param answer null if there was none */
    static boolean agreed(String answer) {
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Nothing would be lost: it is the skeleton already, or not there at all. */
    boolean untouched() {
        try {
            return !Files.exists(exercise.file()) || isThere();
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    /** Puts it back, keeps what was there, and tells in lines where both are. */
    String putBack() {
        Path file = exercise.file();
        try {
            String told = "";
            if (Files.exists(file)) {
                if (isThere()) return Course.shown(file) + " is the skeleton already\n";
                told = "your version: " + Course.shown(backUp()) + "\n";
            }
            Draft.replace(file, text());
            return told + "the skeleton: " + Course.shown(file) + "\n";
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private boolean isThere() throws IOException {
        return Files.readString(exercise.file()).equals(text());
    }

    private String text() {
        return String.join("\n", exercise.skeleton()) + "\n";
    }

    private Path backUp() throws IOException {
        Path backups = Files.createDirectories(course.state().resolve("backups"));
        Path backup =
                backups.resolve(
                        exercise.name() + "-" + Stamp.now() + ".java");
        return Files.copy(exercise.file(), backup);
    }

    private Complaint cannot(IOException e) {
        return Complaint.machine("cannot reset " + Course.shown(exercise.file()) + ": " + e);
    }
}
