package course.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import course.run.Overdue;
import course.run.Started;
import course.script.Complaint;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A path for the file of a socket, in a folder that the program and the check share. */
public final class Place {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);

    private final Trial trial;
    private final Path file;
    private ServerSocketChannel held;

    Place(Trial trial, Path file) {
        this.trial = trial;
        this.file = file;
    }

    Path folder() {
        return file.getParent();
    }

    String path() {
        return file.toString();
    }

    /** The folder means nothing to whoever reads the story. */
    List<String> told(List<String> arguments) {
        return arguments.stream().map(a -> a.replace(folder() + "/", "")).toList();
    }

    /** The address of the program's readiness line, which must be this one. */
    UnixDomainSocketAddress namedBy(Started program) {
        try {
            String named = program.path(trial.patience().ready());
            if (!named.equals(path())) {
                throw trial.missed("it says that it listens on " + named
                        + ", and its PATH was " + path());
            }
        } catch (Overdue e) {
            throw trial.missed("it never said \"listening on " + path() + "\"");
        }
        return UnixDomainSocketAddress.of(file);
    }

    /** The same folder, and a name so long that the path of so many bytes fits into no address. */
    public Place longAs(int bytes) {
        String name = "x".repeat(bytes - folder().toString().length() - 1);
        return new Place(trial, folder().resolve(name));
    }

    /** What a server leaves there that was killed: a name that nobody answers to. */
    public Place isStale() {
        trial.story().step("the check", "leaves the file of a dead server there");
        listens();
        Trial.close(held);
        return this;
    }

    /** Somebody else listens there: the check. */
    public Place isTaken() {
        trial.story().step("the check", "listens there itself");
        listens();
        trial.keep(held);
        return this;
    }

    private void listens() {
        try {
            held = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            held.bind(UnixDomainSocketAddress.of(file));
        } catch (IOException e) {
            throw Complaint.machine("cannot listen on a path: " + e.getMessage());
        }
    }

    /** That whoever calls there still reaches the check. */
    public Place isStillTaken() {
        trial.story().step("the check", "sees whether it can still be called there");
        try {
            held.configureBlocking(false);
            for (SocketChannel tried; (tried = held.accept()) != null; ) tried.close();
            try (var caller = SocketChannel.open(UnixDomainSocketAddress.of(file));
                    var called = held.accept()) {
                if (caller.isConnected() && called != null) return this;
            }
        } catch (IOException nobodyAnswers) {
            throw trial.missed("the live server's file is gone");
        }
        throw trial.missed("callers reach somebody else now");
    }

    /** Puts a file of somebody's there that is none of a socket. */
    public Place holds(String text) {
        trial.story().step("the check", "writes a text file with that name");
        try {
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw Complaint.machine("cannot write a file: " + e.getMessage());
        }
    }

    public Place stillHolds(String text) {
        trial.story().step("the check", "looks for the text in the file");
        try {
            if (Files.isRegularFile(file) && Files.readString(file, UTF_8).equals(text)) {
                return this;
            }
        } catch (IOException unreadable) {
            // then it has been changed, too
        }
        throw trial.missed("the text file is no longer what it was");
    }

    /** Puts a link of somebody's there; false where we may make none, as on many a Windows. */
    public boolean becomesLink() {
        trial.story().step("the check", "puts a link there, to the file of a dead server");
        Place dead = new Place(trial, file.resolveSibling("dead.sock"));
        dead.listens();
        Trial.close(dead.held);
        try {
            Files.createSymbolicLink(file, dead.file);
            return true;
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
        }
    }

    public Place isStillLink() {
        trial.story().step("the check", "looks for the link");
        if (Files.isSymbolicLink(file)) return this;
        throw trial.missed("the link is gone");
    }

    /** That nothing is in the folder. */
    public Place isEmpty() {
        trial.story().step("the check", "looks whether a file is there");
        String[] left = folder().toFile().list();
        if (left != null && left.length == 0) return this;
        throw trial.missed("a file is there: " + (left == null ? "" : String.join(", ", left)));
    }

    /** That nobody but its owner may call; where files have no such permissions, all is well. */
    public Place isOwnersAlone() {
        trial.story().step("the check", "looks at the permissions of the file");
        try {
            Set<PosixFilePermission> all =
                    Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            if (OWNERS.containsAll(all)) return this;
            throw trial.missed("others than its owner have permissions: "
                    + PosixFilePermissions.toString(all));
        } catch (UnsupportedOperationException noSuchThing) {
            return this;
        } catch (IOException e) {
            throw trial.missed("no file is there");
        }
    }
}
