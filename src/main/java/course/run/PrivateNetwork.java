package course.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network of which nothing exists but a loopback. It is entered by a whole program as it starts,
 * so that what it starts shares that loopback with it and reaches nothing else.
 */
public final class PrivateNetwork {
    private static final String ENTERED = "course.network";

    private PrivateNetwork() {}

    /** Whether this very program runs in one. */
    public static boolean entered() {
        return "private".equals(System.getProperty(ENTERED));
    }

    /** The option by which a Java program in one knows it. */
    public static String known() {
        return "-D" + ENTERED + "=private";
    }

    /** What to write before a command so that it runs in one; empty where that is not permitted. */
    public static Optional<List<String>> prefix() {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.empty();
        return Tool.BUBBLEWRAP.find()
                .map(bubblewrap ->
                        List.of(
                                bubblewrap.toString(),
                                "--unshare-user",
                                "--unshare-net",
                                "--dev-bind",
                                "/",
                                "/",
                                "--die-with-parent",
                                "--"))
                .filter(PrivateNetwork::works);
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("/bin/true");
        return Probe.of(command).fine();
    }
}
