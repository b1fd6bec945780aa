package course.run;

import java.nio.file.Path;
import java.util.List;

/**
 * How a program of someone else's is kept from doing harm: as well as this machine permits, which
 * is found out by trying.
 */
public abstract sealed class Containment permits Bubblewrap, OwnGroup {
    /** What a program of someone else's finds in its environment. */
    static final List<String> ENVIRONMENT = List.of("PATH=/usr/bin:/bin", "LANG=C.UTF-8");

    /** The best that there is on this machine. */
    public static Containment here() {
        return Probe.HERE;
    }

    /** The least, which every machine has. */
    public static Containment ownGroup(String why) {
        return new OwnGroup(why);
    }

    /** For a program that {@link #suits} found to fit into nothing better. */
    public static Containment despite(Ready ready) {
        return new OwnGroup("bubblewrap cannot start " + ready.proof().getFirst());
    }

    /** As a report names it, and where it falls short, why. */
    public String title() {
        return title(PrivateNetwork.entered());
    }

    /** The same for a check that runs in a private network, or not. */
    public abstract String title(boolean privateNetwork);

    /** Whether it holds one that means harm, as far as the machine's own locks hold. */
    public abstract boolean holds();

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
    public abstract boolean suits(Ready ready);
}
