package course.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Each program locked up by the kernel in what little of the file system it needs, where namespaces
 * are not permitted. What is not in there can neither be read nor written nor listed; that it
 * exists, and its modes, are not hidden. Signals reach nobody outside. Of the network Landlock
 * knows ports of TCP, and neither addresses nor UDP: the program shares it with everybody.
 *
 * <p>Nor does it know that modes, owners and times of files are changed, or that somebody connects
 * to a socket with a path. No filter of system calls can tell which files and paths those are, and
 * linkers and exercises need some. So a program can open our files to others, and have whoever
 * listens on this machine, say a desktop's session, do what he does for us. A class is graded in
 * here only if one has said so.
 */
final class Landlock extends Containment {
    /** Since this version, what a file holds cannot be cut off. */
    private static final int LENGTHS = 3;

    /** Since this one, signals are held. */
    static final int SIGNALS = 6;

    /** As light as it gets: what runs once is not compiled, and what is not done here is left. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xint",
                    "-Xmx16m",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    // the program is to find signals and limits as it would without
                    "-Xrs",
                    "-XX:-MaxFDLimit",
                    "-Xshare:auto",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "--enable-native-access=ALL-UNNAMED");

    private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64", "riscv64");

    /** Of /proc what others do is seen, but not their environment, and nothing can be set. */
    private static final List<String> READ = List.of("/proc", "/dev/random", "/dev/urandom");

    private static final List<String> WRITTEN = List.of("/dev/null", "/dev/zero", "/dev/full");

    private final int version;
    private final String why;
    private final OwnGroup group;
    private final String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    private final List<String> limits = Limits.prefix(false);

    Landlock(int version, String why) {
        this.version = version;
        this.why = why;
        group = new OwnGroup(why, true);
    }

    /** @param why nothing better is there */
    static Containment tried(String why) {
        if (!ARCHITECTURES.contains(System.getProperty("os.arch"))) return new OwnGroup(why);
        Probe probe = Probe.of(new Landlock(0, why).start());
        if (probe.fine() && probe.said().matches("\\d{1,4}")) {
            return new Landlock(Integer.parseInt(probe.said()), why);
        }
        String said = probe.said().lines().findFirst().orElse("status " + probe.status());
        return new OwnGroup(why + "; Landlock: " + said);
    }

    private List<String> start() {
        List<String> start = new ArrayList<>();
        start.add(java);
        start.addAll(OPTIONS);
        start.addAll(List.of("-cp", ResidentCompiler.ours().toString(), Confine.class.getName()));
        return start;
    }

    @Override
    String name() {
        return "Landlock";
    }

    @Override
    public String title(boolean privateNetwork) {
        return "Landlock: files"
                + (version < LENGTHS ? ", but not their lengths" : "")
                + (holds() ? " and signals" : ", no signals")
                + (privateNetwork
                        ? "; modes of files and UNIX-domain sockets are open, private network"
                        : "; modes of files, UNIX-domain sockets and the network are open")
                + " (" + why + ")";
    }

    @Override
    public boolean holds() {
        return version >= SIGNALS;
    }

    @Override
    public boolean leavesGaps() {
        return true;
    }

    @Override
    List<String> around(Ready ready, List<String> arguments, Path folder) {
        String own = folder.toAbsolutePath().toString();
        List<String> command = start();
        SYSTEM.forEach(f -> command.add(Confine.READS + f));
        ETC.forEach(f -> command.add(Confine.READS + "/etc/" + f));
        READ.forEach(f -> command.add(Confine.READS + f));
        ready.reads().forEach(f -> command.add(Confine.READS + f.toAbsolutePath().toString()));
        WRITTEN.forEach(f -> command.add(Confine.WRITES + f));
        command.add(Confine.WRITES + own);
        ready.shares().forEach(f -> command.add(Confine.WRITES + f.toString()));
        ENVIRONMENT.forEach(v -> command.add(Confine.VARIABLE + v));
        // others' temporary files are where the system has them
        command.add(Confine.VARIABLE + "TMPDIR=" + own);
        command.add(Confine.PROGRAM);
        command.addAll(limits);
        command.add(ready.command().getFirst());
        if (ready.command().getFirst().equals(java)) command.add("-Djava.io.tmpdir=" + own);
        command.addAll(ready.command().subList(1, ready.command().size()));
        command.addAll(arguments);
        return command;
    }

    @Override
    void end(Process process, Path folder) {
        group.end(process, folder);
    }

    @Override
    void afterwards(Process process, Path folder) {
        group.afterwards(process, folder);
    }
}
