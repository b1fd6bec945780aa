package course.sync;

import course.script.Complaint;
import course.script.Draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A text that had drifted, and says now what is so. */
final class Rewritten {
    private Rewritten() {}

    static void to(Path text, List<String> told, List<String> truth) {
        if (truth.equals(told)) return;
        try {
            Draft.replace(text, String.join("\n", truth) + "\n");
        } catch (IOException e) {
            throw Complaint.machine("cannot write " + text + ": " + e.getMessage());
        }
    }
}
