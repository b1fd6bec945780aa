package course.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

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
        List<String> arguments = dir.map(d -> List.of(d.toString())).orElse(List.of());
        return Bootstrap.run(
                Main.course(), "CourseSite", arguments, spec.commandLine().getErr());
    }
}
