package course.live;

import course.script.Complaint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the class is found, and under which names.
 *
 * @param open the addresses, apart from the loopback's, that it is opened at
 * @param names of this machine, with the port, as a browser's request says them
 */
record Addresses(InetAddress bound, int port, List<Open> open, Set<String> names) {
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    /** @param net to whom it is opened: {@code 192.168.1.0/24} */
    record Open(InetAddress address, String net) {}

    static Addresses of(InetAddress bound, int port) {
        List<Open> open = bound.isLoopbackAddress() ? List.of() : open(bound);
        Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        hosts.add(literal(bound));
        open.forEach(o -> hosts.add(literal(o.address())));
        if (!open.isEmpty()) hosts.addAll(ownNames());
        Set<String> names = new HashSet<>();
        for (String host : hosts) {
            names.add(host + ":" + port);
            // browsers leave the usual port away
            if (port == 80) names.add(host);
        }
        return new Addresses(bound, port, open, Set.copyOf(names));
    }

    private static List<Open> open(InetAddress bound) {
        List<Open> open = new ArrayList<>();
        try {
            for (NetworkInterface net : NetworkInterface.networkInterfaces().toList()) {
                if (!net.isUp() || net.isLoopback()) continue;
                for (InterfaceAddress a : net.getInterfaceAddresses()) {
                    boolean usual = !a.getAddress().isLinkLocalAddress();
                    boolean meant =
                            bound.equals(a.getAddress()) || bound.isAnyLocalAddress() && usual;
                    if (meant) open.add(new Open(a.getAddress(), net(a)));
                }
            }
        } catch (SocketException e) {
            throw Complaint.machine("cannot ask for this machine's addresses: " + e.getMessage());
        }
        // what one types from a wall had better be short
        open.sort((a, b) -> Boolean.compare(
                b.address() instanceof Inet4Address, a.address() instanceof Inet4Address));
        if (open.isEmpty() && !bound.isAnyLocalAddress()) {
            throw Complaint.usage("--host: " + literal(bound) + " is no address of this machine");
        }
        return open;
    }

    private static String net(InterfaceAddress a) {
        byte[] bytes = a.getAddress().getAddress();
        int prefix = a.getNetworkPrefixLength();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ownNames() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return List.of(name, name + ".local");
        } catch (UnknownHostException itHasNone) {
            return List.of();
        }
    }

    /** As a URL has it, and a browser's request: the longest row of zeros is left away. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        if (address instanceof Inet4Address) return text;
        String zeros = ZEROS.matcher(text).results()
                .map(MatchResult::group)
                .max(Comparator.comparingInt(row -> row.replace(":", "").length()))
                .orElse("");
        if (zeros.isEmpty()) return "[" + text + "]";
        int at = text.indexOf(zeros);
        return "[" + text.substring(0, at) + "::" + text.substring(at + zeros.length()) + "]";
    }

    /** What the class types. */
    String followers() {
        if (open.isEmpty()) return "http://" + literal(usual()) + ":" + port + "/";
        return "http://" + literal(open.getFirst().address()) + ":" + port + "/";
    }

    /** What the lecturer opens, here. */
    String presenter(String token) {
        return "http://" + literal(usual()) + ":" + port + "/present#" + token;
    }

    /** The loopback's address, as any other of it has been asked for by name. */
    InetAddress usual() {
        return bound.isLoopbackAddress() ? bound : InetAddress.getLoopbackAddress();
    }

    /** What is open to whom, line by line. */
    List<String> told() {
        if (open.isEmpty()) {
            return List.of(
                    "open to this machine only; with --host ADDR, to those who reach that address");
        }
        return open.stream()
                .map(o -> "open at http://%s:%d/ to everyone in %s, unencrypted"
                        .formatted(literal(o.address()), port, o.net()))
                .toList();
    }

    boolean knows(String host) {
        return names.contains(host.toLowerCase(Locale.ROOT));
    }
}
