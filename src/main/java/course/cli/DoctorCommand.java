package course.cli;

import course.run.Containment;
import course.run.PrivateNetwork;
import course.run.Tool;
import course.script.Course;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "doctor",
        description = {
            "Looks at this machine: what the course needs, what is missing, how to get it.",
            "",
            "Only the JDK and the loopback are needed."
                    + " Beside whatever else is missing stands what it costs."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Course course = Main.course();
        out.printf("%-10s %-12s %s%n", "fine", "course", course.root());
        out.printf(
                "%-10s %-12s %s, %s%n",
                "fine", "JDK", Runtime.version(), System.getProperty("java.home"));
        boolean four = loopback(out, "IPv4", "127.0.0.1", "every program of the course");
        loopback(out, "IPv6", "::1", "only the examples that name ::1");
        tool(out, Tool.CC, "the C twins");
        tool(out, Tool.PYTHON, "the Python twins");
        tool(out, Tool.BUBBLEWRAP, "keeping programs under check from doing harm");
        out.printf("%-10s %-12s %s%n", "", "course check", "contained by: " + containment());
        tool(out, Tool.CHROMIUM, "authors' tests of the pages");
        tool(out, Tool.CHROMEDRIVER, "authors' tests of the pages");
        tool(out, Tool.SHELLCHECK, "authors' test of ./jbang");
        return four ? 0 : 3;
    }

    /** As a check will say it, which enters the private network before it looks. */
    private static String containment() {
        return Containment.here().title(PrivateNetwork.permitted());
    }

    private static void tool(PrintWriter out, Tool tool, String neededFor) {
        Optional<Path> found = tool.find();
        if (found.isPresent()) out.printf("%-10s %-12s %s%n", "fine", tool.title(), found.get());
        else
            out.printf(
                    "%-10s %-12s for %s. To get it: %s%n",
                    "missing", tool.title(), neededFor, tool.howToGet());
    }

    private static boolean loopback(
            PrintWriter out, String title, String address, String neededFor) {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            try (Socket caller = new Socket()) {
                caller.connect(server.getLocalSocketAddress(), 2000);
            }
            out.printf("%-10s %-12s %s answers itself%n", "fine", title, address);
            return true;
        } catch (IOException e) {
            out.printf(
                    "%-10s %-12s %s: %s. Needed by %s%n",
                    "missing", title, address, e.getMessage(), neededFor);
            return false;
        }
    }
}
