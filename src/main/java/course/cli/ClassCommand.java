package course.cli;

import course.script.Complaint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "class",
        description = {
            "Serves the pages to a class, which follows the lecturer step by step.",
            "",
            "It prints two addresses: one for the class, one with a token for the lecturer. A"
                    + " text that is saved meanwhile is shown anew. Without --host, only this"
                    + " machine can open it."
        })
final class ClassCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port (default: 8080; 0, the system chooses)")
    Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDR",
            description = "the address of this machine to open, too; 0.0.0.0 for all of them")
    String host;

    @Option(
            names = "--collect",
            paramLabel = "DIR",
            description = "take what is handed in, into this folder")
    Path dir;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>();
        if (port != null) {
            if (port < 0 || port > 65535)
                throw Complaint.usage("--port: " + port + " is not a number from 0 to 65535");
            arguments.addAll(List.of("--port", port.toString()));
        }
        if (host != null) arguments.addAll(List.of("--host", host));
        if (dir != null) arguments.addAll(List.of("--collect", dir.toString()));
        return Bootstrap.run(
                Main.course(), "CourseClass", arguments, spec.commandLine().getErr());
    }
}
