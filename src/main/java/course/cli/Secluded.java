package course.cli;

import course.run.PrivateNetwork;
import course.run.Scratch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The commands that start a stranger's program: the tool starts itself anew in a private network,
 * does nothing but wait for that, and ends as it ends. It is on every check's way, so it loads as
 * little as it can: no lambda, no stream, no formatted text, no random number.
 */
final class Secluded {
    private static final List<String> COMMANDS = List.of("check", "watch", "submit");
    private static final String TEMPORARY = "-Djava.io.tmpdir=";
    private static final File COMMAND_LINE = new File("/proc/self/cmdline");

    private Secluded() {}

    /** Does not return if the second run did what was to do. */
    static void rerun(String[] args) {
        if (args.length == 0 || !COMMANDS.contains(args[0])) return;
        if (reachesOut(args)) return;
        if (!PrivateNetwork.wanted() || PrivateNetwork.entered() || !COMMAND_LINE.exists()) return;
        File temporary = new File(
                System.getProperty("java.io.tmpdir"),
                "course-".concat(String.valueOf(ProcessHandle.current().pid())));
        if (!temporary.mkdir()) return;
        try {
            int status = run(temporary);
            if (status != PrivateNetwork.NOT_PERMITTED) System.exit(status);
        } catch (IOException itCannotBeStarted) {
            // then the check runs here
        } finally {
            clear(temporary);
        }
    }

    /** What is handed in to a server must find it. */
    private static boolean reachesOut(String[] args) {
        for (String arg : args) if (arg.equals("--to") || arg.startsWith("--to=")) return true;
        return false;
    }

    private static int run(File temporary) throws IOException {
        List<String> command = new ArrayList<>(PrivateNetwork.around());
        command.addAll(thisCommand(temporary));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread onCtrlC = new Thread() {
            @Override
            public void run() {
                // what has just been started does not know yet with whom it is to die
                List<ProcessHandle> all = process.descendants().toList();
                if (!endsByItself(process)) process.destroyForcibly().onExit().join();
                all.forEach(ProcessHandle::destroyForcibly);
                clear(temporary);
            }
        };
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        while (true) {
            try {
                int status = process.waitFor();
                if (status == PrivateNetwork.NOT_PERMITTED) forget(onCtrlC);
                return status;
            } catch (InterruptedException nobodyDoesThat) {
                process.destroyForcibly();
            }
        }
    }

    /** It has heard of Ctrl-C, too, and may have a terminal to put in order. */
    private static boolean endsByItself(Process process) {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException nobodyDoesThat) {
            return false;
        }
    }

    private static void forget(Thread hook) {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /**
     * The very words with which this was started, and two options: Ctrl-C leaves the second run no
     * time to clear away its temporary files, so it has them where we can.
     */
    private static List<String> thisCommand(File temporary) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home").concat("/bin/java"));
        command.add(PrivateNetwork.known());
        command.add(TEMPORARY.concat(temporary.getPath()));
        try (FileInputStream from = new FileInputStream(COMMAND_LINE)) {
            String line = new String(from.readAllBytes(), StandardCharsets.UTF_8);
            int start = line.indexOf('\0') + 1;
            for (int end; (end = line.indexOf('\0', start)) >= 0; start = end + 1) {
                String word = line.substring(start, end);
                if (!word.startsWith(TEMPORARY)) command.add(word);
            }
        }
        return command;
    }

    /** Nearly always it is empty. */
    private static void clear(File temporary) {
        if (!temporary.delete() && temporary.exists()) new Scratch(temporary.toPath()).close();
    }
}
