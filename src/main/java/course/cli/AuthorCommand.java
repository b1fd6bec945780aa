package course.cli;

import picocli.CommandLine.Command;

@Command(
        name = "author",
        description = "For whoever writes exercises: makes new ones, and proves what they promise.",
        subcommands = {AuthorNewCommand.class, AuthorCheckCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class AuthorCommand {}
