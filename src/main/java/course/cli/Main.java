package course.cli;

import course.check.Quoted;
import course.check.Standings;
import course.script.Complaint;
import course.script.Course;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The {@code course} tool: what one types, and nothing of what is done about it. */
@Command(
        name = "course",
        description = "Runs, checks and shows the programs of these lectures on sockets.",
        subcommands = {
            ListCommand.class,
            RunCommand.class,
            CheckCommand.class,
            WatchCommand.class,
            HintCommand.class,
            ResetCommand.class,
            SubmitCommand.class,
            SiteCommand.class,
            ClassCommand.class,
            SyncCommand.class,
            DoctorCommand.class,
            HandoutCommand.class,
            GradeCommand.class,
            RegradeCommand.class,
            MergeCommand.class,
            PackageCommand.class,
            BenchCommand.class,
            AuthorCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = Main.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:fine",
            "1:falls short: not full marks, drift, a program that failed",
            "2:wrong usage",
            "3:the tool's own failure, or the machine's"
        })
public final class Main {
    /** As a bundle names the tool that made it. */
    static final String VERSION = "course 1";

    private Main() {}

    public static void main(String[] args) {
        Secluded.rerun(args);
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(out, err, args));
    }

    /** As {@link #main}, but answers with the exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
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

    static Standings standings(Course course, CommandLine line) {
        return new Standings(course, warning -> line.getErr().println("course: " + warning));
    }

    private static int complain(Exception e, CommandLine command) {
        if (e instanceof Complaint complaint) {
            command.getErr().println("course: " + plain(complaint.getMessage()));
            return complaint.status();
        }
        command.getErr().println("course: this is a fault of the tool itself: " + plain("" + e));
        return 3;
    }

    /** The name of a file that was handed in may be in it, and a terminal obeys some characters. */
    private static String plain(String message) {
        return Quoted.lines(message, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Wrong usage: what is wrong, what may have been meant, and where the help is. */
    private static int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        boolean top = command.getParent() == null;
        command.getErr().println("course: " + plain(top ? wrongCommand(e) : e.getMessage()));
        if (!top) command.getErr().println("Usage: " + command.getHelp().synopsis(7).strip());
        command.getErr()
                .println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return 2;
    }

    private static String wrongCommand(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) return e.getMessage();
        String typed = unmatched.getUnmatched().getFirst();
        return "there is no "
                + typed
                + Nearest.question(typed, e.getCommandLine().getSubcommands().keySet());
    }
}
