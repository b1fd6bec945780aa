package course.cli;

import picocli.CommandLine.Command;

@Command(
        name = "package",
        description = "Builds what grades an exercise elsewhere.",
        subcommands = {PackageGradescopeCommand.class, PackageClassroom50Command.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class PackageCommand {}
