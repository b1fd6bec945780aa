package course.submit;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who hands in from here: one file, an id a line, which may also be edited by hand. */
public final class Identity {
    private final Path file;

    public Identity(Course course) {
        this.file = course.state().resolve("identity");
    }

    public Path file() {
        return file;
    }

    /** The ids; none if nobody has said so yet. */
    public List<String> students() {
        try {
            if (!Files.exists(file)) return List.of();
            List<String> lines =
                    Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
            return lines.isEmpty() ? List.of() : StudentId.typed(String.join(",", lines));
        } catch (IOException e) {
            throw Complaint.machine("cannot read " + Course.shown(file) + ": " + e.getMessage());
        } catch (Complaint c) {
            throw Complaint.usage(Course.shown(file) + ": " + c.getMessage());
        }
    }

    /**
     * Changes it for good.
     *
     * @param typed one id, or those of a team with commas between them
     */
    public List<String> becomes(String typed) {
        List<String> ids = StudentId.typed(typed);
        try {
            Files.createDirectories(file.getParent());
            Draft.replace(file, String.join("\n", ids) + "\n");
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + Course.shown(file) + ": " + e.getMessage());
        }
        return ids;
    }
}
