package course.check;

import course.script.Complaint;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports in a row, each occupied by the check until it lets go of it. On every other one somebody
 * listens; the rest are only bound, and refuse whoever tries them by calling.
 */
public final class Row {
    /** Below what the systems lend to their clients. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;
    private static final int TRIES = 100;

    private final Trial trial;
    private final int first;
    private final List<Closeable> occupants;

    private Row(Trial trial, int first, List<Closeable> occupants) {
        this.trial = trial;
        this.first = first;
        this.occupants = occupants;
    }

    static Row of(Trial trial, int length) {
        for (int tries = 0; tries < TRIES; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            List<Closeable> occupants = new ArrayList<>();
            try {
                while (occupants.size() < length) occupants.add(occupant(first, occupants.size()));
            } catch (IOException oneIsTaken) {
                occupants.forEach(Trial::close);
                continue;
            }
            occupants.forEach(trial::keep);
            return new Row(trial, first, occupants);
        }
        throw Complaint.machine("no " + length + " free ports in a row on this machine");
    }

    private static Closeable occupant(int first, int index) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral(Server.LOOPBACK), first + index);
        if (index % 2 == 0) return new ServerSocket(address.getPort(), 1, address.getAddress());
        Socket silent = new Socket();
        try {
            silent.bind(address);
            return silent;
        } catch (IOException taken) {
            silent.close();
            throw taken;
        }
    }

    /** As one types it. */
    public String port(int index) {
        return String.valueOf(first + index);
    }

    public String last() {
        return port(occupants.size() - 1);
    }

    /** From now on, these are anybody's. */
    public Row frees(int... indices) {
        for (int index : indices) {
            trial.story().step("the check", "lets go of port " + port(index));
            Trial.close(occupants.get(index));
        }
        return this;
    }
}
