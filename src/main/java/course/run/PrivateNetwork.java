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
     *
     * <p>It is a network within a network: the outer one says how large the inner one's table of
     * connections is to be. The system's own has room for hundreds of thousands, and walking
     * through it takes milliseconds whenever a check asks what has been read. Half as many as it
     * has room for may linger in TIME_WAIT, so it must not be too small either. To say so takes
     * rights that the inner one must not have.
     */
    private static final String TRIED = """
            [ -w / ] || user=--unshare-user
            drop=${user:+setpriv --ambient-caps -all --inh-caps -all}
            net="--unshare-net --dev-bind / / --die-with-parent --"
            bwrap ${user:-} $net true 2>/dev/null || exit 97
            exec bwrap ${user:+$user --cap-add CAP_NET_ADMIN --cap-add CAP_DAC_OVERRIDE} $net \
            sh -c '{ echo 4096 >/proc/sys/net/ipv4/tcp_child_ehash_entries; } 2>/dev/null
              drop=$1 enter=$2; shift 2
              $drop $enter true 2>/dev/null && exec $drop $enter "$@"
              exec $drop "$@"' sh "$drop" "bwrap ${user:-} $net" "$@"
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

    /** Whether one is to be entered where it can be: bubblewrap makes it. */
    public static boolean wanted() {
        return System.getenv(Containment.LEFT_OUT) == null;
    }

    /** Whether one can be entered here. */
    public static boolean permitted() {
        return wanted() && Probe.of(List.of("/bin/sh", "-c", TRIED, "sh", "true")).fine();
    }
}
