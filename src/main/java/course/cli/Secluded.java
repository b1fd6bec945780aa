package course.cli;

import course.run.PrivateNetwork;
import course.run.Scratch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The commands that start a stranger's program: the tool starts itself anew in a private network,
 * does nothing but wait for that, and ends as it ends. It is on every check's way, so it must not
 * load more than it needs.
 */
final class Secluded {
    private static final List<String> COMMANDS = List.of("check");

    private Secluded() {}

    /** The exit status of the second run; empty if this is the one to do the work. */
    static OptionalInt rerun(String[] args) {
        boolean wanted = args.length > 0 && COMMANDS.contains(args[0]);
        if (!wanted || PrivateNetwork.entered()) return OptionalInt.empty();
        Optional<List<String>> network = PrivateNetwork.prefix();
        if (network.isEmpty()) return OptionalInt.empty();
        try (Scratch scratch = Scratch.named("course-")) {
            List<String> command = new ArrayList<>(network.get());
            command.addAll(thisCommand(scratch.folder()));
            return OptionalInt.of(run(command, scratch));
        } catch (IOException itCannotBeStarted) {
            return OptionalInt.empty();
        }
    }

    /**
     * The very words with which this was started, and two options: Ctrl-C leaves the other no time
     * to clear away its temporary files, so they are where we can.
     */
    private static List<String> thisCommand(Path temporary) throws IOException {
        String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(line.split("\0", -1));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(PrivateNetwork.known());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(words.subList(1, words.size() - 1));
        return command;
    }

    private static int run(List<String> command, Scratch scratch) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread onCtrlC = new Thread(() -> {
            process.destroyForcibly().onExit().join();
            scratch.close();
        });
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 3;
        } finally {
            if (!process.isAlive()) forget(onCtrlC);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException itRunsAlready) {
            // and clears away what there is
        }
    }
}
