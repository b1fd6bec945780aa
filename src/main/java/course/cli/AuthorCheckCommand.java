package course.cli;

import course.check.Breach;
import course.check.Examiner;
import course.check.Law;
import course.check.Laws;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Exercise;
import course.wire.Patience;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "check",
        description = {
            "Proves the laws of exercises: what brief, skeleton, check, solutions and"
                    + " attempts promise one another.",
            "",
            "Names each law that is broken by file and line. It runs every solution and"
                    + " every attempt, which takes about a second each."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all laws are kept",
            "1:a law is broken",
            "2:wrong usage",
            "3:a law could not be proved here, e.g. for want of a C compiler"
        })
final class AuthorCheckCommand implements Callable<Integer> {
    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "The exercises, e.g. GreetingServer; else all.")
    List<String> names = List.of();

    @Option(
            names = "--write",
            description = "First writes the tables of the marked scripts anew from the headers of"
                    + " the attempts.")
    boolean write;

    @Option(
            names = "--texts",
            description = "Only reads, and runs no program: at once, but less is proved.")
    boolean texts;

    @Option(
            names = "--reports",
            description = "Shows also the report of each run that broke a law.")
    boolean reports;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Main.course();
        if (!Files.isDirectory(course.root().resolve("solutions"))) {
            throw Complaint.usage(
                    "here is no solutions/, as in every hand-out: nothing to prove without them");
        }
        List<Exercise> exercises =
                names.isEmpty()
                        ? course.exercises()
                        : names.stream().map(n -> Exercises.named(n, course)).distinct().toList();
        Laws laws =
                new Laws(
                        course,
                        new Examiner(
                                new Workshop(course.state().resolve("built")), Patience.USUAL));
        if (write) {
            for (Exercise exercise : exercises) {
                laws.writeMarkedScript(exercise)
                        .ifPresent(f -> say("written anew: " + Course.shown(f)));
            }
        }
        return tell(prove(laws, exercises), exercises.size());
    }

    private List<Law.Proof> prove(Laws laws, List<Exercise> exercises) {
        List<Law.Proof> proofs = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        for (Exercise exercise : exercises) {
            try (Progress _ = Progress.after(SILENCE, "proving " + exercise.name(), err)) {
                proofs.addAll(Laws.prove(laws.ofTexts(exercise)));
                if (!texts) proofs.addAll(Laws.prove(laws.ofPrograms(exercise)));
            }
        }
        return proofs;
    }

    private int tell(List<Law.Proof> proofs, int exercises) {
        PrintWriter err = spec.commandLine().getErr();
        for (Law.Proof proof : proofs) {
            for (Breach breach : proof.breaches()) {
                err.println(breach);
                if (reports) breach.report().lines().forEach(l -> err.println("    " + l));
            }
            proof.trouble()
                    .flatMap(t -> t.lines().findFirst())
                    .ifPresent(t -> err.println("course: not proved: " + proof.law() + ": " + t));
        }
        long broken = proofs.stream().filter(p -> !p.breaches().isEmpty()).count();
        long unproved = proofs.stream().filter(p -> p.trouble().isPresent()).count();
        say(
                exercises
                        + (exercises == 1 ? " exercise, " : " exercises, ")
                        + proofs.size()
                        + " laws: "
                        + (broken == 0 ? "none broken" : broken + " broken")
                        + (unproved == 0 ? "" : ", " + unproved + " not proved"));
        if (broken > 0) return 1;
        return unproved > 0 ? 3 : 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
