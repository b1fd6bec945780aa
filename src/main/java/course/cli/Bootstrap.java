package course.cli;

import course.script.Complaint;
import course.script.Course;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asciidoctor is heavy, so what renders is a program of its own, which JBang fetches when it is
 * first wanted.
 */
final class Bootstrap {
    private Bootstrap() {}

    /** Runs one of {@code src/main/jbang} in this terminal, and answers with its exit status. */
    static int run(Course course, String name, List<String> arguments, PrintWriter err) {
        boolean windows = File.separatorChar == '\\';
        Path jbang = course.root().resolve(windows ? "jbang.cmd" : "jbang");
        Path program = course.root().resolve("src/main/jbang/" + name + ".java");
        List<String> command = new ArrayList<>(List.of(jbang.toString(), program.toString()));
        command.addAll(arguments);
        if (!fetched()) {
            err.println("The first time, this fetches AsciidoctorJ (35 MB) …");
            err.flush();
        }
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.waitFor();
        } catch (IOException e) {
            throw Complaint.machine("cannot start " + Course.shown(jbang) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while " + name + " ran");
        }
    }

    /** JBang stands between: whoever ends this one means that one, too. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** As far as one can tell from the usual place. */
    private static boolean fetched() {
        String named = System.getenv("JBANG_REPO");
        Path repository =
                named != null
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".m2", "repository");
        return Files.isDirectory(repository.resolve("org/asciidoctor/asciidoctorj"));
    }
}
