package course.cli;

import course.script.Complaint;
import course.script.Course;
import course.script.Draft;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Path;

/** A zip as it is put down. */
final class Packed {
    private Packed() {}

    static void write(Path zip, byte[] content, CommandSpec command) {
        try {
            Draft.replace(zip.toAbsolutePath(), content);
        } catch (IOException e) {
            throw Complaint.usage("--out: cannot write " + Course.shown(zip) + ": "
                    + e.getMessage());
        }
        command.commandLine().getOut().println(
                Course.shown(zip) + " (" + content.length / 1024 + " KiB)");
    }
}
