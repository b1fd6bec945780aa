package course.run;

import java.nio.file.Path;
import java.util.List;

/**
 * How a program of someone else's is kept from doing harm: as well as this machine permits, which
 * is found out by trying.
 */
public abstract sealed class Containment permits Bubblewrap, Landlock, OwnGroup {
    /**
     * By this variable one tries what a machine without bubblewrap does: any value leaves it out,
     * and {@code group} leaves Landlock out, too.
     */
    public static final String LEFT_OUT = "COURSE_CONTAINMENT";

    /** What a program of someone else's finds in its environment. */
    static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8");

    /** Where a program finds what all programs use; most systems have linked some into /usr. */
    static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64");

    /** What programs look up in /etc when they are started, load libraries or resolve names. */
    static final List<String> ETC =
            List.of(
                    "alternatives",
                    "ld.so.cache",
                    "hosts",
                    "host.conf",
                    "nsswitch.conf",
                    "gai.conf",
                    "localtime",
                    "java-" + Runtime.version().feature() + "-openjdk");

    /** Root is root no more in here, and may not read what other users keep to themselves. */
    private static final String READABLE = "for f; do [ -r \"$f\" ] || exit 1; done";

    /** Stands for a folder of the program's own. */
    static final Path NOWHERE = Path.of("/tmp/probe");

    /** The best that there is on this machine. */
    public static Containment here() {
        return Probe.HERE;
    }

    /** The least, which every machine has. */
    public static Containment ownGroup(String why) {
        return new OwnGroup(why);
    }

    /** The next to best, which Linux has nearly everywhere. */
    public static Containment landlock(String why) {
        return Landlock.tried(why);
    }

    /** For a program that {@link #suits} found not to fit in here. */
    public Containment despite(Ready ready) {
        return new OwnGroup(name() + " cannot start " + ready.proof().getFirst());
    }

    abstract String name();

    /** As a report names it, and where it falls short, why. */
    public String title() {
        return title(PrivateNetwork.entered());
    }

    /** The same for a check that runs in a private network, or not. */
    public abstract String title(boolean privateNetwork);

    /** Whether it holds one that means harm, as far as the machine's own locks hold. */
    public abstract boolean holds();

    /** Whether it leaves something of ours open, which its title says, for want of a better one. */
    public boolean leavesGaps() {
        return false;
    }

    /** The command that starts a program with its arguments in the folder. */
    abstract List<String> around(Ready ready, List<String> arguments, Path folder);

    /** Ends the program and whatever it started; may be called more than once. */
    abstract void end(Process process, Path folder);

    /** Called when the program has ended by itself. */
    abstract void afterwards(Process process, Path folder);

    /**
     * Whether the program's compiler, interpreter or virtual machine works in here. If not, that is
     * no fault of the program.
     */
    public boolean suits(Ready ready) {
        List<String> files = ready.reads().stream().map(Path::toString).toList();
        List<String> reading = List.of("/bin/sh", "-c", READABLE, "sh");
        return tried(new Ready(reading, ready.reads(), List.of()), files)
                && tried(new Ready(ready.proof(), ready.reads(), List.of()), List.of());
    }

    private boolean tried(Ready ready, List<String> arguments) {
        return Probe.of(around(ready, arguments, NOWHERE)).fine();
    }
}
