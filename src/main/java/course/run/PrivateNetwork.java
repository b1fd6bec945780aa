package course.run;

import java.util.List;

/**
 * A network of which nothing exists but a loopback. It is entered by a whole program as it starts,
 * so that what it starts shares that loopback with it and reaches nothing else.
 */
public final class PrivateNetwork {
    /** The exit status of {@link #around} where it is not permitted; the command has not run. */
    public static final int NOT_PERMITTED = 97;

    private static final String ENTERED = "course.network";

    /**
     * It is tried with nothing first: that one may not do it must not look like a failure. Only
     * root needs no user namespace, and would lose the right to other users' files in one.
     */
    private static final String TRIED = """
            [ -w / ] || user=--unshare-user
            enter="bwrap ${user:-} --unshare-net --dev-bind / / --die-with-parent --"
            $enter true 2>/dev/null || exit 97
            exec $enter "$@"
            """;

    private PrivateNetwork() {}

    /** Whether this very program runs in one. */
    public static boolean entered() {
        return "private".equals(System.getProperty(ENTERED));
    }

    /** The option by which a Java program in one knows it. */
    public static String known() {
        return "-D".concat(ENTERED).concat("=private");
    }

    /** What to write before a command so that it runs in one. */
    public static List<String> around() {
        return List.of("/bin/sh", "-c", TRIED, "sh");
    }

    /** Whether one can be entered here. */
    public static boolean permitted() {
        return Probe.of(List.of("/bin/sh", "-c", TRIED, "sh", "true")).fine();
    }
}
