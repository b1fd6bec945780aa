package course.cli;

import course.script.Complaint;
import course.script.Course;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code course} tool: what one types, and nothing of what is done about it. */
@Command(
        name = "course",
        description = "Runs, checks and shows the programs of these lectures on sockets.",
        subcommands = {ListCommand.class, CheckCommand.class, HintCommand.class, ResetCommand.class},
        mixinStandardHelpOptions = true,
        version = "course 1",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:fine",
            "1:falls short: not full marks, drift, a program that failed",
            "2:wrong usage",
            "3:the tool's own failure, or the machine's"
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** As {@link #main}, but answers with the exit status. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> complain(e, command));
        line.setParameterExceptionHandler(Main::misused);
        if (args.length == 0) args = new String[] {"--help"};
        return line.execute(args);
    }

    /** The course that one stands in. */
    static Course course() {
        return Course.find(Path.of(""));
    }

    /** A file as one would type it from where one stands. */
    static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    private static int complain(Exception e, CommandLine command) {
        if (e instanceof Complaint complaint) {
            command.getErr().println("course: " + complaint.getMessage());
            return complaint.status();
        }
        command.getErr().println("course: this is a fault of the tool itself: " + e);
        return 3;
    }

    /** Wrong usage: what is wrong, what may have been meant, and where the help is. */
    private static int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("course: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            command.getErr().println("Usage: " + command.getHelp().synopsis(0).strip());
        }
        command.getErr().println("Help: course " + (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help");
        return 2;
    }
}
