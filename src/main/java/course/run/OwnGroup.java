package course.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each program in a session of its own where there are sessions, and limited where that can be: it
 * costs its author no more than points by mistake, but little stops one that means harm.
 */
final class OwnGroup extends Containment {
    /** Who starts children as fast as we end them is left to the limits. */
    private static final int ROUNDS = 20;

    private static final int SESSION = 3;

    private final String why;
    private final boolean sessions = Files.isDirectory(Path.of("/proc/self/task"));
    private final List<String> start = new ArrayList<>();

    private final boolean marked;

    OwnGroup(String why) {
        this(why, false);
    }

    /** @param marked whether its programs carry a {@link Mark} */
    OwnGroup(String why, boolean marked) {
        this.why = why;
        this.marked = marked;
        if (!sessions) return;
        Tool.SETSID.find().ifPresent(setsid -> start.add(setsid.toString()));
        start.addAll(Limits.prefix(false));
    }

    @Override
    String name() {
        return "own process group";
    }

    @Override
    public String title(boolean privateNetwork) {
        return (sessions ? "own process group only" : "own process only")
                + (privateNetwork ? ", private network" : "")
                + " (" + why + ")";
    }

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    List<String> around(Ready ready, List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(start);
        command.addAll(ready.command());
        command.addAll(arguments);
        return command;
    }

    @Override
    void end(Process process, Path folder) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        boolean alive = process.isAlive();
        process.destroyForcibly();
        // once it is gone, its number may be another's
        endAll(alive ? process.pid() : -1, folder);
    }

    @Override
    void afterwards(Process process, Path folder) {
        endAll(process.pid(), folder);
    }

    /**
     * Whoever is in its session, carries its mark, or works in its folder, wherever they were
     * re-parented.
     */
    private void endAll(long session, Path folder) {
        if (!sessions) return;
        for (int round = 0; round < ROUNDS; round++) {
            try (Stream<Path> all = Files.list(Path.of("/proc"))) {
                List<Path> left =
                        all.filter(p -> Character.isDigit(p.getFileName().toString().charAt(0)))
                                .filter(p -> isOfIts(p, session) || worksIn(p, folder))
                                .toList();
                if (left.isEmpty()) return;
                left.forEach(OwnGroup::kill);
            } catch (IOException noMoreProcesses) {
                return;
            }
        }
    }

    private boolean isOfIts(Path process, long session) {
        return inSession(process, session)
                || marked && session > 0 && new Mark(session).isOn(process);
    }

    private static boolean inSession(Path process, long session) {
        try {
            // the name before it, in brackets, may hold anything
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean over = fields[0].equals("Z") || fields[0].equals("X");
            return !over && Long.parseLong(fields[SESSION]) == session;
        } catch (IOException itHasEnded) {
            return false;
        }
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException itHasEndedOrIsNotOurs) {
            return false;
        }
    }

    private static void kill(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** It runs wherever we do. */
    @Override
    public boolean suits(Ready ready) {
        return true;
    }
}
