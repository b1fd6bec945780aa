package course.cli;

import course.run.Workshop;
import course.script.Course;
import course.sync.Drift;
import course.sync.Sync;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

@Command(
        name = "sync",
        description = {
            "Keeps the texts true: listings as the sources are, transcripts as"
                    + " programs print them.",
            "",
            "Without --check it writes the texts anew where they have drifted. Ports,"
                    + " process ids and times may differ."
        })
final class SyncCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(names = "--check", description = "change nothing; status 1 if anything has drifted")
    boolean check;

    @Override
    public Integer call() {
        Course course = Main.course();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean watched = Screen.of(spec).terminal();
        Sync sync =
                new Sync(
                        course,
                        new Workshop(course.state().resolve("built")),
                        scene -> {
                            if (watched) err.println("running " + scene);
                        });
        Sync.Report report = check ? sync.check() : sync.mend();
        long left = 0;
        for (Drift drift : report.drifts()) {
            boolean mended = !check && drift.mendable();
            if (!mended) left++;
            err.println(
                    Course.shown(drift.file())
                            + ":"
                            + drift.line()
                            + ": "
                            + drift.message()
                            + (mended ? " (written anew)" : ""));
        }
        report.skipped().forEach(line -> err.println("course: a transcript was skipped: " + line));
        out.println(
                report.listings()
                        + " listings and "
                        + report.transcripts()
                        + " transcripts, "
                        + (left == 0
                                ? "all true"
                                : left
                                        + " not true"
                                        + (check ? "; course sync writes them anew" : "")));
        return left == 0 ? 0 : 1;
    }
}
