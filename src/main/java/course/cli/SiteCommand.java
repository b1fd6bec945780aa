package course.cli;

import course.script.Complaint;
import course.script.Course;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Asciidoctor is heavy, so what renders is a program of its own, which JBang fetches when it is
 * first wanted.
 */
@Command(
        name = "site",
        description = "Renders the lectures and exercises as pages that open from the file system.")
final class SiteCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where to; default .course/site at the root of the course.")
    Optional<Path> dir = Optional.empty();

    @Override
    public Integer call() {
        Course course = Main.course();
        boolean windows = File.separatorChar == '\\';
        Path jbang = course.root().resolve(windows ? "jbang.cmd" : "jbang");
        Path program = course.root().resolve("src/main/jbang/CourseSite.java");
        List<String> command = new ArrayList<>(List.of(jbang.toString(), program.toString()));
        dir.ifPresent(d -> command.add(d.toString()));
        if (!fetched()) {
            spec.commandLine()
                    .getErr()
                    .println("The first time, this fetches AsciidoctorJ (35 MB) …");
            spec.commandLine().getErr().flush();
        }
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw Complaint.machine("cannot start " + Course.shown(jbang) + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Complaint.machine("interrupted while rendering");
        }
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
