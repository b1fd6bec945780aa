package course.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Each program in namespaces of its own, with the little of the file system that it needs, read
 * only. The loopback is the one that the check calls it on.
 */
final class Bubblewrap extends Containment {
    /** For its files, and for those it shares with its children. */
    private static final String SCRATCH_BYTES = String.valueOf(16 << 20);

    private static final List<String> NAMESPACES =
            List.of(
                    "--unshare-user",
                    "--unshare-pid",
                    "--unshare-ipc",
                    "--unshare-uts",
                    "--unshare-cgroup-try",
                    "--die-with-parent",
                    "--new-session",
                    // without it, root inside could mount what is read-only anew
                    "--cap-drop",
                    "ALL");

    /** Says "own" if the limit counts these processes alone, "kept" if root is held to it, too. */
    private static final String COUNTING =
            "prlimit --nproc=64 sh -c '(:); :' 2>/dev/null && echo own;"
                    + " prlimit --nproc=1 sh -c '(:); :' 2>/dev/null || echo kept";

    /** So many numbers are tried before all processes are looked through. */
    private static final int NEAR = 12;

    private final List<String> start;
    private final List<String> limits;
    private final boolean countKept;

    private Bubblewrap(List<String> start, List<String> limits, boolean countKept) {
        this.start = start;
        this.limits = limits;
        this.countKept = countKept;
    }

    static Containment tried(Path bubblewrap) {
        List<String> start = start(bubblewrap);
        Bubblewrap first = new Bubblewrap(start, Limits.prefix(false), false);
        Ready ask = new Ready(List.of("/bin/sh", "-c", COUNTING));
        Probe probe = Probe.of(first.around(ask, List.of(), NOWHERE));
        if (!probe.fine()) {
            String why = probe.said().lines().findFirst().orElse("status " + probe.status());
            return Landlock.tried("bubblewrap is not permitted: " + why);
        }
        boolean own = probe.said().contains("own");
        boolean kept = own && probe.said().contains("kept");
        return new Bubblewrap(start, Limits.prefix(own), kept);
    }

    private static List<String> start(Path bubblewrap) {
        List<String> start = new ArrayList<>();
        start.add(bubblewrap.toString());
        start.addAll(NAMESPACES);
        start.add("--clearenv");
        for (String variable : ENVIRONMENT) {
            start.add("--setenv");
            start.addAll(List.of(variable.split("=", 2)));
        }
        SYSTEM.forEach(f -> start.addAll(asHere(f)));
        ETC.stream().map(f -> "/etc/" + f)
                .forEach(f -> start.addAll(List.of("--ro-bind-try", f, f)));
        // a writable /proc would let root's programs set the kernel's parameters
        start.addAll(List.of("--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev"));
        start.addAll(scratch("/dev/shm"));
        start.addAll(List.of("--remount-ro", "/dev"));
        start.addAll(scratch("/tmp"));
        return List.copyOf(start);
    }

    /** Most systems have linked these into /usr; some have not. */
    private static List<String> asHere(String folder) {
        Path here = Path.of(folder);
        try {
            if (Files.isSymbolicLink(here)) {
                return List.of("--symlink", Files.readSymbolicLink(here).toString(), folder);
            }
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
        return Files.isDirectory(here) ? List.of("--ro-bind", folder, folder) : List.of();
    }

    private static List<String> scratch(String folder) {
        return List.of("--size", SCRATCH_BYTES, "--tmpfs", folder);
    }

    @Override
    String name() {
        return "bubblewrap";
    }

    @Override
    public String title(boolean privateNetwork) {
        return "bubblewrap"
                + (privateNetwork ? ", private network" : "")
                + (countKept ? "" : ", number of processes not limited");
    }

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    List<String> around(Ready ready, List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(start);
        String own = folder.toAbsolutePath().toString();
        command.addAll(own.startsWith("/tmp/") ? List.of("--dir", own) : scratch(own));
        for (Path file : ready.reads()) {
            String path = file.toAbsolutePath().toString();
            if (!path.startsWith("/usr/")) command.addAll(List.of("--ro-bind", path, path));
        }
        for (Path shared : ready.shares()) {
            command.addAll(List.of("--bind", shared.toString(), shared.toString()));
        }
        command.addAll(List.of("--remount-ro", "/", "--chdir", own, "--"));
        command.addAll(limits);
        command.addAll(ready.command());
        command.addAll(arguments);
        return command;
    }

    /**
     * The first process inside goes, all others inside with it, and when they are gone the one
     * outside ends by itself: who waits for that one finds their ports free.
     */
    @Override
    void end(Process process, Path folder) {
        if (!process.isAlive()) return;
        List<ProcessHandle> inside = children(process);
        if (inside.isEmpty()) process.destroyForcibly();
        else inside.forEach(ProcessHandle::destroyForcibly);
    }

    /** The kernel names them faster than Java finds them, where it was built to. */
    private static List<ProcessHandle> children(Process process) {
        Path named = Path.of("/proc/%1$d/task/%1$d/children".formatted(process.pid()));
        try {
            return Arrays.stream(Files.readString(named).split(" "))
                    .filter(pid -> !pid.isBlank())
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException itHasEndedOrTheKernelDoesNotSay) {
            return next(process).map(List::of).orElseGet(() -> process.children().toList());
        }
    }

    /**
     * Bubblewrap starts one process, at once, so that its number is mostly one of the next. To go
     * through all that there are takes longer than the kernel takes to start it.
     */
    private static Optional<ProcessHandle> next(Process process) {
        for (long pid = process.pid() + 1; pid <= process.pid() + NEAR; pid++) {
            if (parent(pid) == process.pid()) return ProcessHandle.of(pid);
        }
        return Optional.empty();
    }

    /** The second word behind the name, which may hold anything; or -1. */
    private static long parent(long pid) {
        try {
            String stat = Files.readString(
                    Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[1]);
        } catch (IOException thereIsNone) {
            return -1;
        }
    }

    /** Its namespace went with it. */
    @Override
    void afterwards(Process process, Path folder) {}
}
