package course.cli;

import course.run.Pair;
import course.run.Scratch;
import course.run.Workshop;
import course.script.Complaint;
import course.script.Course;
import course.script.Language;
import course.script.Program;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "run",
        description = {
            "Runs a program of the lectures, or a server with its client.",
            "",
            "A pair such as \"simple\" is simple-server and simple-client: both start as"
                    + " processes of their own, and what they print stands side by side. Any"
                    + " other name is one program, with its arguments."
        })
final class RunCommand implements Callable<Integer> {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Spec CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "a pair or a program, as \"course list\" shows them")
    String name;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            description = "what a single program is called with")
    List<String> arguments = List.of();

    @Option(
            names = "--server",
            paramLabel = "LANGUAGE",
            description = "the server's language: java, c or python (default: java)")
    Language server;

    @Option(
            names = "--client",
            paramLabel = "LANGUAGE",
            description = "the client's language (default: java)")
    Language client;

    @Option(
            names = "--in",
            paramLabel = "LANGUAGE",
            description = "a single program's language (default: java if it has that)")
    Language in;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the server's port (default: 0, the system chooses)")
    int port;

    @Override
    public Integer call() {
        Course course = Main.course();
        Workshop workshop = new Workshop(course.state().resolve("built"));
        Map<Language, Program> servers = course.programs(name + "-server");
        Map<Language, Program> clients = course.programs(name + "-client");
        if (servers.isEmpty() || clients.isEmpty()) return single(course, workshop);
        if (in != null || !arguments.isEmpty()) {
            throw Complaint.usage(
                    name + " is a pair: it takes --server, --client and --port, nothing else");
        }
        if (port < 0 || port > 65535)
            throw Complaint.usage("--port: " + port + " is not a number from 0 to 65535");
        Program serving = chosen(servers, server);
        Program calling = chosen(clients, client);
        if (!serving.takesPath()) return pair(workshop, serving, calling, HERE);
        if (port != 0) throw Complaint.usage(name + " has a path and no port");
        try (Scratch scratch = Scratch.named("course-run-")) {
            return pair(workshop, serving, calling, scratch.folder());
        }
    }

    private int pair(Workshop workshop, Program serving, Program calling, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        try (Pair pair = new Pair(workshop, serving, calling)) {
            Runtime.getRuntime().addShutdownHook(new Thread(pair::close));
            Screen screen = Screen.of(spec);
            Panes panes =
                    new Panes(
                            out,
                            screen.columns(),
                            screen.colours(),
                            title("server", serving),
                            title("client", calling));
            Pair.Ending ending = pair.play(port, folder, panes.pane(0), panes.pane(1));
            out.println();
            out.println(ending);
            return ending.fine() ? 0 : 1;
        } finally {
            out.flush();
        }
    }

    private static String title(String role, Program program) {
        return role + ": " + program.file().getFileName();
    }

    private Program chosen(Map<Language, Program> programs, Language asked) {
        Language language = asked != null ? asked : Language.JAVA;
        if (asked == null && !programs.containsKey(language))
            return programs.values().iterator().next();
        Program program = programs.get(language);
        if (program == null) {
            String there =
                    programs.keySet().stream()
                            .map(Language::option)
                            .collect(Collectors.joining(", "));
            throw Complaint.usage(
                    name + " is not there in " + language.label() + ", but in: " + there);
        }
        return program;
    }

    /** One program keeps the terminal to itself: its input, its output, its status. */
    private int single(Course course, Workshop workshop) {
        Map<Language, Program> programs = course.programs(name);
        if (programs.isEmpty())
            throw Complaint.usage(
                    "nothing here is called " + name + Nearest.question(name, names(course)));
        if (server != null || client != null)
            throw Complaint.usage(name + " is one program: choose its language with --in");
        List<String> command =
                new ArrayList<>(workshop.prepare(chosen(programs, in).file()).command());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            int status = process.waitFor();
            if (status != 0)
                spec.commandLine()
                        .getErr()
                        .println("course: " + name + " ended with status " + status);
            return status == 0 ? 0 : 1;
        } catch (IOException e) {
            throw Complaint.machine("cannot start " + name + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 3;
        }
    }

    /** Whatever NAME may be: each program, and each pair. */
    private static List<String> names(Course course) {
        List<String> names = new ArrayList<>();
        for (Program p : course.programs()) {
            names.add(p.name());
            if (p.name().endsWith("-server")) names.add(p.name().replaceFirst("-server$", ""));
        }
        return names;
    }
}
