package course.cli;

import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measures what the programs of the lectures can do on this machine.",
        subcommands = LadderCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {}
